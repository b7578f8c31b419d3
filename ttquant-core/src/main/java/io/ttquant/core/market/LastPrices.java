package io.ttquant.core.market;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.strategy.MarketView;

/** The last prices of an instrument: a cache that the engine writes and strategies read. */
public final class LastPrices implements MarketView {
    private final Instrument instrument;
    private final TopOfBook top;
    private OrderBook book;
    private long rawLast;
    private long rawMark;
    private long rawIndex;
    private long rawTraded;
    private boolean hasTrades;
    private long countedUntil = Long.MIN_VALUE;

    /** No prices yet. */
    public LastPrices(Instrument instrument) {
        this.instrument = instrument;
        this.top = new TopOfBook(instrument);
        this.book = top;
    }

    /** A trade, at the time of its source. One that is late counts only if no bar that was counted covers its time. */
    public void trade(long tsEvent, long rawPrice, long rawQuantity) {
        rawLast = rawPrice;
        hasTrades = true;
        if (tsEvent >= countedUntil) {
            count(rawQuantity);
        }
    }

    /** What was traded in a closed bar of the one series that counts, which it does until trades are seen. */
    public void barTraded(long tsClose, long rawVolume) {
        if (!hasTrades) {
            countedUntil = tsClose;
            count(rawVolume);
        }
    }

    /** A sum that does not fit stays at the largest: whoever follows it then waits, and is not misled. */
    private void count(long rawQuantity) {
        long sum = rawTraded + rawQuantity;
        rawTraded = sum >= 0 ? sum : Long.MAX_VALUE;
    }

    /** The close of a bar. */
    public void last(long rawPrice) {
        rawLast = rawPrice;
    }

    /** The venue's mark price. */
    public void mark(long rawPrice) {
        rawMark = rawPrice;
    }

    /** The venue's index price. */
    public void index(long rawPrice) {
        rawIndex = rawPrice;
    }

    /** The best bid and ask. */
    public void quote(long tsEvent, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        top.set(tsEvent, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
    }

    /** The order book to be seen from now on, instead of one that shows the best bid and ask. */
    public void show(OrderBook view) {
        book = view;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public long rawLast() {
        return rawLast;
    }

    @Override
    public long rawBid() {
        return top.bestBid();
    }

    @Override
    public long rawAsk() {
        return top.bestAsk();
    }

    @Override
    public long rawMark() {
        return rawMark;
    }

    @Override
    public long rawIndex() {
        return rawIndex;
    }

    @Override
    public long rawTraded() {
        return rawTraded;
    }

    @Override
    public OrderBook book() {
        return book;
    }
}
