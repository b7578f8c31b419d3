package io.ttquant.backtest;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;

/**
 * The market data of one instrument on their way into a {@link DataDigest}: each call as its kind, the instrument, and
 * all that it says.
 */
final class DigestSink implements InstrumentSink {
    private static final int TRADE = 1;
    private static final int QUOTE = 2;
    private static final int FUNDING = 3;
    private static final int MARK = 4;
    private static final int INDEX = 5;
    private static final int STATUS = 6;
    private static final int OPEN = 7;
    private static final int BAR = 8;
    private static final int SNAPSHOT = 9;
    private static final int INCREMENT = 10;
    private static final int IDS = 11;
    private static final int CHECKSUM = 12;
    private static final int BID = 13;
    private static final int ASK = 14;
    private static final int END = 15;
    private static final int LOST = 16;
    private static final int BEGIN = 17;
    private static final int CLEAR = 18;
    private static final int ADD_BUY = 19;
    private static final int ADD_SELL = 20;
    private static final int MODIFY = 21;
    private static final int EXECUTE = 22;
    private static final int DELETE = 23;
    private static final int KINDS = 32;

    private final DataDigest digest;
    private final Instrument instrument;
    private final long place;

    /**
     * A sink.
     *
     * @param number tells the instrument apart
     */
    DigestSink(DataDigest digest, Instrument instrument, int number) {
        this.digest = digest;
        this.instrument = instrument;
        this.place = (long) number * KINDS;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        digest.at(tsEvent);
        digest.take(place + TRADE, tsEvent, tsInit, rawPrice, rawQuantity, aggressor.ordinal());
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        digest.at(tsEvent);
        digest.take(place + QUOTE, tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk);
        digest.take(place + QUOTE, rawAskQuantity, 0, 0, 0, 0);
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        digest.at(tsEvent);
        digest.take(place + FUNDING, tsEvent, tsInit, settlementNanos, 0, 0);
        digest.text(rate.stripTrailingZeros().toPlainString());
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        one(MARK, tsEvent, tsInit, rawPrice);
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        one(INDEX, tsEvent, tsInit, rawPrice);
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        one(STATUS, tsEvent, tsInit, status.ordinal());
    }

    private void one(int kind, long tsEvent, long tsInit, long what) {
        digest.at(tsEvent);
        digest.take(place + kind, tsEvent, tsInit, what, 0, 0);
    }

    private void part(int kind, long a, long b, long c) {
        digest.take(place + kind, a, b, c, 0, 0);
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return new Bars(spec);
    }

    @Override
    public BookSink book() {
        return new Book();
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        return new Orders();
    }

    private final class Bars implements BarSink {
        private final long series;

        Bars(BarSpec spec) {
            series = spec.toString().hashCode();
        }

        @Override
        public void open(long tsOpen, long rawOpen) {
            digest.reaches(tsOpen);
            digest.take(place + OPEN, series, tsOpen, rawOpen, 0, 0);
        }

        @Override
        public void bar(
                long tsOpen,
                long tsEvent,
                long tsInit,
                long rawOpen,
                long rawHigh,
                long rawLow,
                long rawClose,
                long rawVolume) {
            digest.at(tsEvent);
            digest.take(place + BAR, series, tsOpen, tsEvent, tsInit, rawOpen);
            digest.take(rawHigh, rawLow, rawClose, rawVolume, 0, 0);
        }
    }

    private final class Book implements BookSink {
        @Override
        public void snapshot(long tsEvent, long tsInit) {
            one(SNAPSHOT, tsEvent, tsInit, 0);
        }

        @Override
        public void increment(long tsEvent, long tsInit) {
            one(INCREMENT, tsEvent, tsInit, 0);
        }

        @Override
        public void ids(long first, long last, long previous) {
            part(IDS, first, last, previous);
        }

        @Override
        public void checksum(int value) {
            part(CHECKSUM, value, 0, 0);
        }

        @Override
        public void bid(long rawPrice, long rawQuantity) {
            part(BID, rawPrice, rawQuantity, 0);
        }

        @Override
        public void ask(long rawPrice, long rawQuantity) {
            part(ASK, rawPrice, rawQuantity, 0);
        }

        @Override
        public void end() {
            part(END, 0, 0, 0);
        }

        @Override
        public void lost(long tsEvent, long tsInit) {
            one(LOST, tsEvent, tsInit, 0);
        }

        @Override
        public boolean needsSnapshot() {
            return false;
        }
    }

    private final class Orders implements MarketByOrderSink {
        @Override
        public void begin(long tsEvent, long tsInit) {
            one(BEGIN, tsEvent, tsInit, 0);
        }

        @Override
        public void clear() {
            part(CLEAR, 0, 0, 0);
        }

        @Override
        public void add(long id, Side side, long rawPrice, long rawQuantity) {
            part(side == Side.BUY ? ADD_BUY : ADD_SELL, id, rawPrice, rawQuantity);
        }

        @Override
        public void modify(long id, long rawPrice, long rawQuantity) {
            part(MODIFY, id, rawPrice, rawQuantity);
        }

        @Override
        public void execute(long id, long rawQuantity) {
            part(EXECUTE, id, rawQuantity, 0);
        }

        @Override
        public void delete(long id) {
            part(DELETE, id, 0, 0);
        }

        @Override
        public void end() {
            part(END, 0, 0, 0);
        }

        @Override
        public void lost(long tsEvent, long tsInit) {
            one(LOST, tsEvent, tsInit, 0);
        }

        @Override
        public boolean needsSnapshot() {
            return false;
        }
    }
}
