package io.ttquant.backtest.data.recording;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;

/** An instrument's sink that says in words what it is told. */
abstract class SinkStub implements InstrumentSink {
    private final Instrument instrument;
    private final Book book = new Book();

    SinkStub(Instrument instrument) {
        this.instrument = instrument;
    }

    abstract void told(String line);

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        told("trade " + tsEvent + " " + tsInit + " " + rawPrice + " " + rawQuantity + " " + aggressor);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        told("quote " + tsEvent + " " + tsInit + " " + rawBid + " " + rawBidQuantity + " " + rawAsk + " "
                + rawAskQuantity);
    }

    @Override
    public BookSink book() {
        return book;
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

    private final class Book implements BookSink {
        private boolean needsSnapshot = true;
        private final StringBuilder message = new StringBuilder();

        @Override
        public void snapshot(long tsEvent, long tsInit) {
            needsSnapshot = false;
            begin("snapshot", tsEvent, tsInit);
        }

        @Override
        public void increment(long tsEvent, long tsInit) {
            begin("increment", tsEvent, tsInit);
        }

        private void begin(String what, long tsEvent, long tsInit) {
            message.setLength(0);
            message.append(what).append(' ').append(tsEvent).append(' ').append(tsInit);
        }

        @Override
        public void ids(long first, long last, long previous) {
            message.append(" ids ")
                    .append(first)
                    .append(' ')
                    .append(last)
                    .append(' ')
                    .append(previous);
        }

        @Override
        public void checksum(int value) {}

        @Override
        public void bid(long rawPrice, long rawQuantity) {
            message.append(" bid ").append(rawPrice).append(' ').append(rawQuantity);
        }

        @Override
        public void ask(long rawPrice, long rawQuantity) {
            message.append(" ask ").append(rawPrice).append(' ').append(rawQuantity);
        }

        @Override
        public void end() {
            told(message.toString());
        }

        @Override
        public void lost(long tsEvent, long tsInit) {
            needsSnapshot = true;
            told("lost " + tsEvent + " " + tsInit);
        }

        @Override
        public boolean needsSnapshot() {
            return needsSnapshot;
        }
    }
}
