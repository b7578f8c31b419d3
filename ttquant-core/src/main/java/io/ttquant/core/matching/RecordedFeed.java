package io.ttquant.core.matching;

/** Market data reaches us when it says. */
record RecordedFeed() implements FeedLatency {
    @Override
    public long arrivalNanos(long exchangeNanos, long tsInit, long draw) {
        return Math.max(exchangeNanos, tsInit);
    }

    @Override
    public long usualNanos() {
        return 0;
    }

    @Override
    public String describe() {
        return "as the data says; none where it says nothing";
    }
}
