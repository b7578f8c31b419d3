package io.ttquant.exchanges.emulator.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A clock that stands still until it is told to go on. */
public final class ExchangeClock implements LongSupplier {
    private long now;

    private ExchangeClock(long start) {
        now = start;
    }

    /** A clock at that moment, epoch nanoseconds. */
    public static ExchangeClock startingAt(long epochNanos) {
        return new ExchangeClock(epochNanos);
    }

    /** The clock of the machine. */
    public static LongSupplier ofTheMachine() {
        return () -> {
            Instant now = Instant.now();
            return Math.addExact(TimeUnit.SECONDS.toNanos(now.getEpochSecond()), now.getNano());
        };
    }

    /** Goes on. A negative step is a step back, which the exchange takes as standing still. */
    public void advance(Duration step) {
        now = Math.addExact(now, step.toNanos());
    }

    /** Epoch nanoseconds. */
    @Override
    public long getAsLong() {
        return now;
    }
}
