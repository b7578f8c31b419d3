package io.ttquant.backtest.junit.conformance;

/** The suite as JUnit runs it. */
class MemoryStorageTest extends MemoryStorageSuite {
    MemoryStorageTest() {
        super(StorageFlaw.NONE);
    }
}
