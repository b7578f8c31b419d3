package io.ttquant.core.matching;

import java.time.Duration;

/** Latency that is always the same. */
record ConstantLatency(long entry, long acknowledgement) implements LatencyModel {
    ConstantLatency {
        if (entry < 0 || acknowledgement < 0) {
            throw new IllegalArgumentException(
                    "latency " + Duration.ofNanos(Math.min(entry, acknowledgement)) + " must not be negative");
        }
    }

    @Override
    public boolean isDrawn() {
        return false;
    }

    @Override
    public long entryNanos(long nowNanos, long draw, long feedNanos) {
        return entry;
    }

    @Override
    public long acknowledgementNanos(long nowNanos, long draw, long feedNanos) {
        return acknowledgement;
    }

    @Override
    public String describe() {
        return entry == 0 && acknowledgement == 0
                ? "none"
                : "order entry " + Delays.millis(entry) + ", acknowledgement " + Delays.millis(acknowledgement)
                        + ", constant";
    }
}
