package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;

/** Hands market data of an instrument on; a subclass changes what it wants to. */
class ForwardingInstrument implements InstrumentSink {
    private final InstrumentSink to;

    ForwardingInstrument(InstrumentSink to) {
        this.to = to;
    }

    @Override
    public Instrument instrument() {
        return to.instrument();
    }

    @Override
    public void catchingUp(boolean isNow) {
        to.catchingUp(isNow);
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        to.trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        to.quote(tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
    }

    @Override
    public BookSink book() {
        return to.book();
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        return to.marketByOrder();
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return to.bars(spec);
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        to.funding(tsEvent, tsInit, rate, settlementNanos);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        to.markPrice(tsEvent, tsInit, rawPrice);
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        to.indexPrice(tsEvent, tsInit, rawPrice);
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        to.status(tsEvent, tsInit, status);
    }
}
