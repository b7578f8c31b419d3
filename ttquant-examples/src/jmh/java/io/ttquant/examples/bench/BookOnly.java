package io.ttquant.examples.bench;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;

/** Takes a book and nothing else. */
record BookOnly(Instrument instrument, BookSink book) implements InstrumentSink {
    private static IllegalStateException none() {
        return new IllegalStateException("something else than a book came, and only a book is measured");
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        throw none();
    }

    @Override
    public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
        throw none();
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        throw none();
    }

    @Override
    public BarSink bars(BarSpec spec) {
        throw none();
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        throw none();
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        throw none();
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        throw none();
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        throw none();
    }
}
