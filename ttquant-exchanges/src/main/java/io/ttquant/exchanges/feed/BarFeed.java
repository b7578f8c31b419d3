package io.ttquant.exchanges.feed;

import io.ttquant.api.exchange.BarSink;

/**
 * Where bars of one length go.
 *
 * @param sink takes them
 * @param nanos their length, nanoseconds; positive
 */
public record BarFeed(BarSink sink, long nanos) {
    /** Refuses a length that is not positive. */
    public BarFeed {
        if (nanos <= 0) {
            throw new IllegalArgumentException("a bar's length of " + nanos + " ns: it must be positive");
        }
    }
}
