package io.ttquant.examples.bench;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;

/** Counts trades, and does with each what costs least, so that it is read. */
final class CountedTrades implements MarketDataSink, InstrumentSink {
    private final Instrument instrument;
    private long count;
    private long sum;

    CountedTrades(Instrument instrument) {
        this.instrument = instrument;
    }

    long count() {
        return sum == Long.MIN_VALUE ? 0 : count;
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return this;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        count++;
        sum += tsEvent ^ rawPrice ^ rawQuantity ^ aggressor.ordinal();
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BookSink book() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BarSink bars(BarSpec spec) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        throw new UnsupportedOperationException();
    }
}
