package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The events of streams as lists: bars, trades, and the times of all that is no book. */
final class Collected {
    final List<Bar> bars = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();
    /** When anything ended or happened. */
    final List<Long> times = new ArrayList<>();

    private Collected() {}

    static Collected of(MarketData data) {
        Collected all = new Collected();
        for (EventSource source : data.sources()) {
            try (EventSource.Cursor cursor = source.open(id -> all.new Sink(source.instrument()))) {
                while (cursor.nextNanos() != EpochNanos.NEVER) {
                    cursor.emit(EpochNanos.NEVER, true, true);
                }
            }
        }
        return all;
    }

    private final class Sink implements InstrumentSink {
        private final Instrument instrument;

        Sink(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        public Instrument instrument() {
            return instrument;
        }

        @Override
        public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
            trades.add(new Trade(instrument, tsEvent, tsInit, rawPrice, rawQuantity, aggressor));
            times.add(tsEvent);
        }

        @Override
        public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
            times.add(tsEvent);
        }

        @Override
        public BookSink book() {
            return new BookTimes();
        }

        @Override
        public MarketByOrderSink marketByOrder() {
            return new OrderTimes();
        }

        @Override
        public BarSink bars(BarSpec spec) {
            return new BarSink() {
                @Override
                public void open(long tsOpen, long rawOpen) {
                    // The bar that follows has it too.
                }

                @Override
                public void bar(long tsOpen, long ts, long tsInit, long o, long h, long l, long c, long volume) {
                    bars.add(new Bar(instrument, spec, tsOpen, ts, tsInit, o, h, l, c, volume));
                    times.add(ts);
                }
            };
        }

        @Override
        public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
            times.add(tsEvent);
        }

        @Override
        public void markPrice(long tsEvent, long tsInit, long rawPrice) {
            times.add(tsEvent);
        }

        @Override
        public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
            times.add(tsEvent);
        }

        @Override
        public void status(long tsEvent, long tsInit, TradingStatus status) {
            times.add(tsEvent);
        }
    }

    private final class BookTimes implements BookSink {
        @Override
        public void snapshot(long tsEvent, long tsInit) {
            times.add(tsEvent);
        }

        @Override
        public void increment(long tsEvent, long tsInit) {
            times.add(tsEvent);
        }

        @Override
        public void ids(long first, long last, long previous) {}

        @Override
        public void checksum(int value) {}

        @Override
        public void bid(long rawPrice, long rawQuantity) {}

        @Override
        public void ask(long rawPrice, long rawQuantity) {}

        @Override
        public void end() {}

        @Override
        public void lost(long tsEvent, long tsInit) {}

        @Override
        public boolean needsSnapshot() {
            return false;
        }
    }

    private final class OrderTimes implements MarketByOrderSink {
        @Override
        public void begin(long tsEvent, long tsInit) {
            times.add(tsEvent);
        }

        @Override
        public void clear() {}

        @Override
        public void add(long id, Side side, long rawPrice, long rawQuantity) {}

        @Override
        public void modify(long id, long rawPrice, long rawQuantity) {}

        @Override
        public void execute(long id, long rawQuantity) {}

        @Override
        public void delete(long id) {}

        @Override
        public void end() {}

        @Override
        public void lost(long tsEvent, long tsInit) {}

        @Override
        public boolean needsSnapshot() {
            return false;
        }
    }
}
