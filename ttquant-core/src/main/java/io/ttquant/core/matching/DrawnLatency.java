package io.ttquant.core.matching;

/** Random latency. */
record DrawnLatency(LatencyDistribution entry, LatencyDistribution acknowledgement) implements LatencyModel {
    @Override
    public long entryNanos(long nowNanos, long draw, long feedNanos) {
        return entry.nanos(draw);
    }

    @Override
    public long acknowledgementNanos(long nowNanos, long draw, long feedNanos) {
        return acknowledgement.nanos(draw);
    }

    @Override
    public String describe() {
        return "order entry " + entry.describe() + "; acknowledgement " + acknowledgement.describe();
    }
}
