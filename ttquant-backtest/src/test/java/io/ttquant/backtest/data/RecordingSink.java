package io.ttquant.backtest.data;

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
import java.util.ArrayList;
import java.util.List;

/** Writes down every event in the order in which it comes. */
final class RecordingSink implements MarketDataSink {
    /** An event in words, with what decides its place. */
    record Event(long nanos, boolean begins, String text) {}

    final List<Event> events = new ArrayList<>();

    List<String> texts() {
        return events.stream().map(Event::text).toList();
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return new One(id);
    }

    private void add(long nanos, boolean begins, Object... parts) {
        StringBuilder text = new StringBuilder().append(nanos);
        for (Object part : parts) {
            text.append(' ').append(part);
        }
        events.add(new Event(nanos, begins, text.toString()));
    }

    private final class One implements InstrumentSink {
        private final InstrumentId id;

        One(InstrumentId id) {
            this.id = id;
        }

        @Override
        public Instrument instrument() {
            throw new UnsupportedOperationException("no source asks");
        }

        @Override
        public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
            add(tsEvent, false, id, "trade", tsInit, rawPrice, rawQuantity, aggressor);
        }

        @Override
        public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
            add(tsEvent, false, id, "quote", bid, bidQuantity, ask, askQuantity);
        }

        @Override
        public BookSink book() {
            return new RecordingBook((nanos, text) -> add(nanos, false, id, text));
        }

        @Override
        public MarketByOrderSink marketByOrder() {
            throw new UnsupportedOperationException("no source delivers orders");
        }

        @Override
        public BarSink bars(BarSpec spec) {
            return new BarSink() {
                @Override
                public void open(long tsOpen, long rawOpen) {
                    add(tsOpen, true, id, spec, "open", rawOpen);
                }

                @Override
                public void bar(long tsOpen, long tsEvent, long tsInit, long o, long h, long l, long c, long v) {
                    add(tsEvent, false, id, spec, "bar", tsOpen, tsInit, o, h, l, c, v);
                }
            };
        }

        @Override
        public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
            add(tsEvent, false, id, "funding", rate);
        }

        @Override
        public void markPrice(long tsEvent, long tsInit, long rawPrice) {
            add(tsEvent, false, id, "mark", rawPrice);
        }

        @Override
        public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
            add(tsEvent, false, id, "index", rawPrice);
        }

        @Override
        public void status(long tsEvent, long tsInit, TradingStatus status) {
            add(tsEvent, false, id, "status", status);
        }
    }
}
