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

/** Adds up what comes in, so that nothing of the decoding can be left out. */
final class WireSink implements InstrumentSink, BookSink {
    private final Instrument instrument;
    long sum;

    WireSink(String lot) {
        instrument = Instrument.spot("venue:BTCUSDT", "BTC", "USDT")
                .tick("0.01")
                .lot(lot)
                .build();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        sum += tsEvent + rawPrice + rawQuantity + aggressor.ordinal();
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        sum += tsEvent + rawBid + rawBidQuantity + rawAsk + rawAskQuantity;
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        sum += tsEvent;
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        sum += tsEvent;
    }

    @Override
    public void ids(long first, long last, long previous) {
        sum += last;
    }

    @Override
    public void checksum(int value) {
        sum += value;
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        sum += rawPrice + rawQuantity;
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        sum += rawPrice - rawQuantity;
    }

    @Override
    public void end() {
        sum++;
    }

    @Override
    public BookSink book() {
        return this;
    }

    @Override
    public void lost(long tsEvent, long tsInit) {}

    @Override
    public boolean needsSnapshot() {
        return false;
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
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {}

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {}

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {}

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {}
}
