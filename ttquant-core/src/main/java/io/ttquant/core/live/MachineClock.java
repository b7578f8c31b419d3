package io.ttquant.core.live;

import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import java.time.Instant;

/**
 * The clock of the machine, read once and from then on carried by the steady counter of the processor: it never goes back, and a step of the wall
 * clock neither stretches nor shortens a wait. How far it is from a venue's clock is measured, and put right where a time leaves for the wire.
 */
public final class MachineClock implements Clock {
    private final long startNanos;
    private final long startCount;

    private MachineClock(long startNanos, long startCount) {
        this.startNanos = startNanos;
        this.startCount = startCount;
    }

    /** The time of the machine now, and steady from here on. */
    public static MachineClock start() {
        return new MachineClock(EpochNanos.of(Instant.now()), System.nanoTime());
    }

    @Override
    public long nanos() {
        return startNanos + (System.nanoTime() - startCount);
    }
}
