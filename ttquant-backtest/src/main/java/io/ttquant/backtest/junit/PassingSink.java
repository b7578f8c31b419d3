package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;

/** Hands everything on; subclasses change some of it. */
class PassingSink implements InstrumentSink {
    private final InstrumentSink sink;

    PassingSink(InstrumentSink sink) {
        this.sink = sink;
    }

    @Override
    public Instrument instrument() {
        return sink.instrument();
    }

    @Override
    public void catchingUp(boolean isNow) {
        sink.catchingUp(isNow);
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        sink.trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
        sink.quote(tsEvent, tsInit, bid, bidQuantity, ask, askQuantity);
    }

    @Override
    public BookSink book() {
        return sink.book();
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        return sink.marketByOrder();
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return sink.bars(spec);
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        sink.funding(tsEvent, tsInit, rate, settlementNanos);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        sink.markPrice(tsEvent, tsInit, rawPrice);
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        sink.indexPrice(tsEvent, tsInit, rawPrice);
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        sink.status(tsEvent, tsInit, status);
    }
}
