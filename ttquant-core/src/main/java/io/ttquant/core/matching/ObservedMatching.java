package io.ttquant.core.matching;

import io.ttquant.api.market.AggressorSide;

/** Matching against prices that were observed, and not against an assumed path inside bars. */
sealed interface ObservedMatching permits TickMatching, BookMatching {
    /** Whether it executes. */
    boolean isActive();

    /** The price at which a taker of this side is filled; 0 if none is known. */
    long rawOpposite(boolean isBuy);

    /** True if trades were seen. */
    boolean hasTrades();

    /** True if quotes or a book were seen. */
    boolean hasQuotes();

    /** The best ask or bid that was seen; 0 if there is none. */
    long rawQuoted(boolean isAsk);

    /** The last trade; 0 if there is none. */
    long rawLast();

    /** A trade between others. */
    void trade(long ts, long rawPrice, long rawQuantity, AggressorSide aggressor);

    /** The best bid and ask. */
    void quote(long ts, long bid, long bidQuantity, long ask, long askQuantity);

    /** Takes an order that has just arrived or was just triggered. */
    void place(WorkingOrder order);

    /** Fills an order by which a position is liquidated, whatever there is to take; what finds nothing is filled at the fallback. */
    void liquidate(WorkingOrder order, long rawFallback);

    /** A limit order has come to rest. */
    void rested(WorkingOrder order);
}
