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
     * What was traded in the market since the engine saw its first event, at the quantity scale: the sum of all trades, or until the first is seen, of the volume
     * of bars from a data source when they close. Of several series it is the one that a simulated market would execute: of trades before others, of time before
     * others, the shortest. The difference of two looks is what was traded between them. It never falls, and stays at {@link Long#MAX_VALUE} once it is there.
     *
     * <p>Our own fills are in it where the market is a real one, and tells of them as it tells of all trades; recorded data does not know of fills that are
     * simulated. 0 where nothing is known.
     */
    long rawTraded();

    /** {@link #rawTraded()} in units of the instrument: the double nearest to it. */
    default double traded() {
        return instrument().quantity(rawTraded());
    }

    /** The order book as far as it is known. */
    OrderBook book();

    /** The double nearest to the last price; NaN if none was seen yet. */
    default double last() {
        return rawLast() == 0 ? Double.NaN : instrument().price(rawLast());
    }
}
