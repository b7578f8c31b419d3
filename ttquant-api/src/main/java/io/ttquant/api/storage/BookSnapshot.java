package io.ttquant.api.storage;

import io.ttquant.api.market.Instrument;
import java.util.List;

/**
 * A whole order book at a time.
 *
 * @param instrument whose
 * @param tsEvent when the venue's book was so, epoch nanoseconds
 * @param tsInit when we had it, epoch nanoseconds
 * @param bids the bids, the best first; may be empty
 * @param asks the asks, the best first; may be empty
 */
public record BookSnapshot(
        Instrument instrument, long tsEvent, long tsInit, List<BookLevel> bids, List<BookLevel> asks) {
    /** Copies the levels. */
    public BookSnapshot {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
