package io.ttquant.core.matching;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How long a command takes to the exchange, and a report back. Models have no state, so one may serve many runs.
 *
 * <p>Both ways are first in, first out: nothing arrives before what was sent earlier, whatever the model says.
 */
public interface LatencyModel {
    /** No latency. */
    LatencyModel NONE = constant(Duration.ZERO, Duration.ZERO);

    /** Always the same. */
    static LatencyModel constant(Duration entry, Duration acknowledgement) {
        return new ConstantLatency(entry.toNanos(), acknowledgement.toNanos());
    }

    /** Random, by the seed of the run. */
    static LatencyModel drawn(LatencyDistribution entry, LatencyDistribution acknowledgement) {
        return new DrawnLatency(entry, acknowledgement);
    }

    /**
     * As recorded with orders of one's own, one row for each: linear in time between two rows, and as the first or last row before and after them.
     *
     * <p>A row whose exchange time is zero or negative is an order that failed on its way. What is sent at a time to which that row is the nearest fails
     * too, and we are told after the delay recorded with it.
     *
     * @param requestNanos when each was sent, epoch nanoseconds, not descending
     * @param exchangeNanos when the exchange had it, by a clock that agrees with ours; not above zero if it never did
     * @param responseNanos when we had the answer
     * @throws IllegalArgumentException if there are no rows, their numbers differ, or a row cannot be; it names the row
     */
    static LatencyModel recorded(long[] requestNanos, long[] exchangeNanos, long[] responseNanos) {
        return RecordedLatency.of(requestNanos, exchangeNanos, responseNanos);
    }

    /**
     * A multiple of the latency of market data, for where no orders were recorded. Factors of 4 and 3 are typical.
     *
     * @param entryFactor 0 to 1000
     * @param acknowledgementFactor 0 to 1000
     * @throws IllegalArgumentException if one is out of that range
     */
    static LatencyModel ofFeed(BigDecimal entryFactor, BigDecimal acknowledgementFactor) {
        return new FeedDerivedLatency(entryFactor, acknowledgementFactor);
    }

    /**
     * The same from a place that is farther away: longer by an offset on both ways.
     *
     * @throws IllegalArgumentException if the offset is negative or above one hour
     */
    default LatencyModel plus(Duration offset) {
        long nanos = Delays.nanos("offset", offset);
        return nanos == 0 ? this : new OffsetLatency(this, nanos);
    }

    /** Whether it looks at the random bits that it is given; they are 0 where it does not. */
    default boolean isDrawn() {
        return true;
    }

    /**
     * From us to the exchange.
     *
     * @param nowNanos when the command is sent
     * @param draw 64 random bits that belong to the command
     * @param feedNanos the latency of the last market data before, not negative
     * @return nanoseconds, not negative, if it arrives; if it fails on its way, minus the nanoseconds after which we are told
     */
    long entryNanos(long nowNanos, long draw, long feedNanos);

    /**
     * From the exchange to us.
     *
     * @param nowNanos when the report is sent
     * @param draw 64 random bits that belong to the report
     * @param feedNanos the latency of the last market data before, not negative
     * @return nanoseconds, not negative
     */
    long acknowledgementNanos(long nowNanos, long draw, long feedNanos);

    /** A sentence for the report's list of assumptions. */
    String describe();
}
