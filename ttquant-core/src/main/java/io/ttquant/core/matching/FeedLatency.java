package io.ttquant.core.matching;

import java.time.Duration;

/**
 * When market data reaches us. The exchange sees an event when it happens; strategies have it at the time this says. First in, first out: no event
 * reaches us before one that the exchange saw earlier.
 */
public interface FeedLatency {
    /**
     * As the data says: at its {@code tsInit}. One that is before {@code tsEvent}, where two clocks disagreed, counts as {@code tsEvent}; if a whole
     * recording is shifted, shift it back with {@link #plus}.
     */
    static FeedLatency recorded() {
        return new RecordedFeed();
    }

    /** Always the same after the event, or when the data says, if that is later. */
    static FeedLatency constant(Duration delay) {
        long nanos = Delays.nanos("feed latency", delay);
        return nanos == 0 ? recorded() : new DrawnFeed(new ConstantDelay(nanos));
    }

    /** Random, by the seed of the run, or when the data says, if that is later. */
    static FeedLatency drawn(LatencyDistribution delay) {
        return new DrawnFeed(delay);
    }

    /**
     * The same from a place that is farther away.
     *
     * @throws IllegalArgumentException if the offset is negative or above one hour
     */
    default FeedLatency plus(Duration offset) {
        long nanos = Delays.nanos("offset", offset);
        return nanos == 0 ? this : new OffsetFeed(this, nanos);
    }

    /**
     * When we have an event.
     *
     * @param exchangeNanos when the exchange showed it
     * @param tsInit when the data says that it was had, epoch nanoseconds
     * @param draw 64 random bits that belong to the event
     * @return epoch nanoseconds, not before {@code exchangeNanos}
     */
    long arrivalNanos(long exchangeNanos, long tsInit, long draw);

    /** How long bars that are made of this data wait for it after their interval, in nanoseconds; what comes later counts in the next bar. */
    long usualNanos();

    /** A sentence for the report's list of assumptions. */
    String describe();
}
