package io.ttquant.exchanges.answer;

import java.math.BigDecimal;
import java.util.List;

/**
 * A snapshot of a book.
 *
 * @param sequence the venue's id of its last change; -1 if it gives none
 * @param tsEvent epoch nanoseconds; 0 if not given
 * @param bids best first
 * @param asks best first
 */
public record BookAnswer(long sequence, long tsEvent, List<Level> bids, List<Level> asks) {
    /** Copies the levels. */
    public BookAnswer {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /**
     * A price and what is there.
     *
     * @param price of the level
     * @param quantity in base currency or contracts
     */
    public record Level(BigDecimal price, BigDecimal quantity) {}
}
