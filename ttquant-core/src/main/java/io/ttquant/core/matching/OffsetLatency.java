package io.ttquant.core.matching;

/** Latency that is longer by an offset on both ways. */
record OffsetLatency(LatencyModel base, long offset) implements LatencyModel {
    @Override
    public long entryNanos(long nowNanos, long draw, long feedNanos) {
        long nanos = base.entryNanos(nowNanos, draw, feedNanos);
        // A command that fails comes back over both ways.
        return nanos < 0 ? nanos - 2 * offset : nanos + offset;
    }

    @Override
    public long acknowledgementNanos(long nowNanos, long draw, long feedNanos) {
        return base.acknowledgementNanos(nowNanos, draw, feedNanos) + offset;
    }

    @Override
    public String describe() {
        return base.describe() + "; " + Delays.millis(offset) + " more on both ways";
    }
}
