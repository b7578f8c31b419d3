package io.ttquant.core.market;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.strategy.MarketView;

/** The last prices of an instrument: a cache that the engine writes and strategies read. */
public final class LastPrices implements MarketView {
    private final Instrument instrument;
    private final TopOfBook top;
    private OrderBook book;
    private long rawLast;
    private long rawMark;
    private long rawIndex;
    private double rawTraded;
    private boolean hasTrades;
    private long countedStep = Long.MAX_VALUE;

    /** No prices yet. */
    public LastPrices(Instrument instrument) {
        this.instrument = instrument;
        this.top = new TopOfBook(instrument);
        this.book = top;
    }

    /** A trade. */
    public void trade(long rawPrice, long rawQuantity) {
        rawLast = rawPrice;
        rawTraded += rawQuantity;
        hasTrades = true;
    }

    /** What was traded in a closed bar. It counts where no trades are seen, and of several series the shortest. */
    public void barTraded(BarSpec spec, long rawVolume) {
        countedStep = Math.min(countedStep, spec.step());
        if (!hasTrades && spec.step() == countedStep) {
            rawTraded += rawVolume;
        }
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
    public double traded() {
        return rawTraded / FixedPoint.pow10(instrument.quantityScale());
    }

    @Override
    public OrderBook book() {
        return book;
    }
}
