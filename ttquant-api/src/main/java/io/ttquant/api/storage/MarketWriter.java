package io.ttquant.api.storage;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;

/**
 * Takes market data, in any order. No method waits.
 *
 * <p>{@code number} tells apart what happened at the same time: the venue's id of a trade, the update id of a book, or a count within the stream. With the
 * instrument, the kind and {@code tsEvent} (for bars the series too) it is the key; it also orders what has the same time. Any {@code long}.
 */
public interface MarketWriter {
    /** A trade. */
    void trade(Trade trade, long number);

    /** Best bid and ask. */
    void quote(Quote quote, long number);

    /** A bar. */
    void bar(Bar bar, long number);

    /** A whole order book. */
    void book(BookSnapshot book, long number);

    /** A funding rate. */
    void funding(FundingRate rate, long number);
}
