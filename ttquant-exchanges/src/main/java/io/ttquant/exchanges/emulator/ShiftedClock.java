package io.ttquant.exchanges.emulator;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that is off. */
final class ShiftedClock implements LongSupplier {
    private final LongSupplier clock;
    private long ahead;

    ShiftedClock(LongSupplier clock) {
        this.clock = clock;
    }

    void shift(Duration by) {
        ahead = by.toNanos();
    }

    @Override
    public long getAsLong() {
        return Math.addExact(clock.getAsLong(), ahead);
    }
}
