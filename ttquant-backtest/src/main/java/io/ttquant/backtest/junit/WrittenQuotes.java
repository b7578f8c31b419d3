package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.util.ArrayList;
import java.util.List;

/** Quotes written by hand, as a stream. */
record WrittenQuotes(Instrument instrument, List<Quote> quotes) implements EventSource {
    static final String FORM = "\"[+1s] BID QUANTITY / ASK QUANTITY\"";

    static WrittenQuotes read(Instrument instrument, long startNanos, List<String> lines) {
        List<Quote> quotes = new ArrayList<>();
        long nanos = startNanos;
        for (int i = 0; i < lines.size(); i++) {
            WrittenLine line = new WrittenLine("quote", i + 1, lines.get(i), FORM);
            nanos += line.step();
            quotes.add(quote(instrument, nanos, line, line.untimed()));
        }
        return new WrittenQuotes(instrument, List.copyOf(quotes));
    }

    private static Quote quote(Instrument instrument, long nanos, WrittenLine line, List<String> words) {
        if (words.size() != 5 || !words.get(2).equals("/")) {
            throw line.wrong("it is not of this form");
        }
        long bid = line.price(instrument, words.get(0));
        long ask = line.price(instrument, words.get(3));
        if (bid >= ask) {
            throw line.wrong("bid " + words.get(0) + " must be below ask " + words.get(3));
        }
        return new Quote(
                instrument,
                nanos,
                nanos,
                bid,
                line.quantity(instrument, words.get(1)),
                ask,
                line.quantity(instrument, words.get(4)));
    }

    @Override
    public String describe() {
        return "quotes";
    }

    @Override
    public long size() {
        return quotes.size();
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new QuoteCursor(quotes, sink.instrument(instrument.id()));
    }

    private static final class QuoteCursor implements Cursor {
        private final List<Quote> quotes;
        private final InstrumentSink sink;
        private int next;

        QuoteCursor(List<Quote> quotes, InstrumentSink sink) {
            this.quotes = quotes;
            this.sink = sink;
        }

        @Override
        public long nextNanos() {
            return next == quotes.size() ? EpochNanos.NEVER : quotes.get(next).tsEvent();
        }

        @Override
        public boolean isBeginning() {
            return false;
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
            int start = next;
            while (next < quotes.size() && quotes.get(next).tsEvent() <= limit) {
                Quote q = quotes.get(next++);
                sink.quote(q.tsEvent(), q.tsInit(), q.rawBid(), q.rawBidQuantity(), q.rawAsk(), q.rawAskQuantity());
            }
            return (long) next - start;
        }
    }
}
