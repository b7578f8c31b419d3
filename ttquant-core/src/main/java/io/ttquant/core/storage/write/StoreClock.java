package io.ttquant.core.storage.write;

/** The time of the machine: how old something is must be known after a restart too. */
final class StoreClock {
    private StoreClock() {}

    /** Epoch milliseconds. */
    static long millis() {
        return System.currentTimeMillis();
    }

    /** For durations, nanoseconds. */
    static long nanos() {
        return System.nanoTime();
    }
}
