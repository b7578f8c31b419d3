package io.ttquant.core.matching;

/** Market data reaches us after a delay, or when it says, if that is later. */
record DrawnFeed(LatencyDistribution delay) implements FeedLatency {
    @Override
    public long arrivalNanos(long exchangeNanos, long tsInit, long draw) {
        return Math.max(exchangeNanos + delay.nanos(draw), tsInit);
    }

    @Override
    public long usualNanos() {
        return delay.usualNanos();
    }

    @Override
    public String describe() {
        return delay.describe() + " from exchange to strategy" + (delay instanceof ConstantDelay ? ", constant" : "");
    }
}
