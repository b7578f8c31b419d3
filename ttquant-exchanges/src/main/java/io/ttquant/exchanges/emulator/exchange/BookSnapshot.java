package io.ttquant.exchanges.emulator.exchange;

import java.util.List;

/**
 * A book at one moment.
 *
 * @param symbol of the market
 * @param id of the last change in it
 * @param time epoch nanoseconds of that change
 * @param bids best first
 * @param asks best first
 */
public record BookSnapshot(String symbol, long id, long time, List<BookLevel> bids, List<BookLevel> asks) {
    /** Copies the lists. */
    public BookSnapshot {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
