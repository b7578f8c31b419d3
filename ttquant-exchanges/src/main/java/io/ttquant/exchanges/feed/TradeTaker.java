package io.ttquant.exchanges.feed;

import io.ttquant.api.market.AggressorSide;

/** Takes the trades of one symbol with the venue's ids. */
@FunctionalInterface
public interface TradeTaker {
    /**
     * Takes a trade.
     *
     * @param firstId the lowest id of the trades that are told as this one; {@code id} if it is one
     * @param id the highest of them
     * @param tsEvent when it happened, epoch nanoseconds
     * @param tsInit when we had it, epoch nanoseconds
     * @param rawPrice at the instrument's price scale
     * @param rawQuantity at the instrument's quantity scale
     */
    void trade(
            long firstId, long id, long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor);
}
