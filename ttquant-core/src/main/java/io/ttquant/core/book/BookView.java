package io.ttquant.core.book;

import io.ttquant.api.market.OrderBook;

/**
 * What the engine and simulated execution read from a book, beyond what strategies see. While {@link #isServed} is false there are no levels,
 * and every figure here is 0.
 */
public interface BookView extends OrderBook {
    /** Whether there is a book to be seen: in step and not crossed. */
    boolean isServed();

    /** The best bid price; 0 if there is none. */
    long rawBestBid();

    /** The quantity at the best bid; 0 if there is none. */
    long rawBestBidQuantity();

    /** The best ask price; 0 if there is none. */
    long rawBestAsk();

    /** The quantity at the best ask; 0 if there is none. */
    long rawBestAskQuantity();

    /** The worst bid price that is known; 0 if there is none. What a venue shows may end there, though its book does not. */
    long rawWorstBid();

    /** The worst ask price that is known; 0 if there is none. */
    long rawWorstAsk();

    /** The quantity bid at exactly a price; 0 if there is no such level. */
    long rawBidQuantityAt(long rawPrice);

    /** The quantity asked at exactly a price; 0 if there is no such level. */
    long rawAskQuantityAt(long rawPrice);
}
