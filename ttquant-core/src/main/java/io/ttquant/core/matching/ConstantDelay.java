package io.ttquant.core.matching;

/** A delay that is always the same. */
record ConstantDelay(long usualNanos) implements LatencyDistribution {
    @Override
    public long nanos(long draw) {
        return usualNanos;
    }

    @Override
    public String describe() {
        return Delays.millis(usualNanos);
    }
}
