package io.ttquant.core.engine;

import io.ttquant.api.time.Clock;

/** The engine's time: set by what drives the engine, and never back. */
final class EngineClock implements Clock {
    private long nanos;

    EngineClock(long nanos) {
        this.nanos = nanos;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    void advanceTo(long toNanos) {
        if (toNanos > nanos) {
            nanos = toNanos;
        }
    }
}
