package io.ttquant.architecture.offending.core.clock;

import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Asks the machine for the time, by call and by reference. */
final class Hasty {
    private Hasty() {}

    static Supplier<Instant> now() {
        return Instant::now;
    }

    static LongSupplier nanos() {
        return () -> System.nanoTime();
    }
}
