package io.ttquant.core.matching;

/** Market data reaches us later by an offset. */
record OffsetFeed(FeedLatency base, long offset) implements FeedLatency {
    @Override
    public long arrivalNanos(long exchangeNanos, long tsInit, long draw) {
        return base.arrivalNanos(exchangeNanos, tsInit, draw) + offset;
    }

    @Override
    public long usualNanos() {
        return base.usualNanos() + offset;
    }

    @Override
    public String describe() {
        return base.describe() + "; " + Delays.millis(offset) + " more";
    }
}
