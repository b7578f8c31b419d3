package io.ttquant.api.strategy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;

/** A live view of an instrument's last prices. Raw prices are at its price scale; 0 means that none was seen yet. */
public interface MarketView {
    /** Which instrument. */
    Instrument instrument();

    /** Price of the last trade, or close of the last bar, whichever came last. */
    long rawLast();

    /** Last best bid. */
    long rawBid();

    /** Last best ask. */
    long rawAsk();

    /** Last mark price of the venue. */
    long rawMark();

    /** Last index price of the venue. */
    long rawIndex();

    /**
     * What was traded in the market since the engine saw its first event, in units of the instrument: by trades, or where none are seen by closed bars of the
     * shortest series. The difference of two looks is what was traded between them. A figure for analysis, rounded as doubles are; 0 where it is not known.
     */
    default double traded() {
        return 0;
    }

    /** The order book as far as it is known. */
    OrderBook book();

    /** The double nearest to the last price; NaN if none was seen yet. */
    default double last() {
        return rawLast() == 0 ? Double.NaN : instrument().price(rawLast());
    }
}
