package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageCapability;
import io.ttquant.api.storage.StorageProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the suite of storages must be told, and what its cases have in common. */
@DisplayNameGeneration(CaseNames.class)
@TestMethodOrder(CaseOrder.class)
@ExtendWith(CaseFailures.class)
abstract class StorageCases {
    private final List<Storage> opened = new ArrayList<>();

    /** The provider. */
    protected abstract StorageProvider provider();

    /** The settings of a store: the same one within a test, an empty one for each test. */
    protected abstract Map<String, String> settings();

    /** Makes the store unreachable, or so slow that it is, until the outage ends; empty if the test cannot. */
    protected Optional<Outage> outage() {
        return Optional.empty();
    }

    /** How long writing, and what is written until it is safe, may take at most; 30 seconds unless overridden. */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    @AfterEach
    final void closeStorages() {
        List.copyOf(opened).forEach(Storage::close);
    }

    final Storage open() {
        return open(settings());
    }

    final Storage open(Map<String, String> settings) {
        Storage storage = provider().open(settings);
        opened.add(storage);
        return storage;
    }

    final void close(Storage storage) {
        opened.remove(storage);
        storage.close();
    }

    final Storage open(StorageCapability needed) {
        Assumptions.assumeTrue(
                provider().capabilities().contains(needed), "the provider does not declare " + needed + ": skipped");
        return open();
    }

    final void flush(Storage storage) {
        Expect.that(
                storage.flush(patience()),
                "flush() did not get done within " + patience() + "; the storage says: " + storage.state());
    }

    static List<Kept<Trade>> trades(Storage storage, Instrument instrument) {
        return storage.read().trades(instrument, Long.MIN_VALUE, Long.MAX_VALUE).all();
    }

    static void expect(Object expected, Object read, String what) {
        Expect.that(
                expected.equals(read),
                "expected " + what + "\nto be read as " + expected + "\nbut it was      " + read);
    }
}
