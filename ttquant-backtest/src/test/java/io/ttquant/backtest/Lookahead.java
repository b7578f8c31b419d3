package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Checks that a run sees nothing of the future: at each of many times, the run is repeated once without what comes after, and once with other prices
 * after, and what was ordered, filled and owned before must be the same to the last digit. A bar that has begun is part of the future but for its open.
 */
public final class Lookahead {
    private static final long POISON = 3;

    private final List<EventSource> sources;
    private final Function<List<EventSource>, Run> runner;

    /** A run with what else its strategies have seen, such as bars and figures: lines that begin with a time in nanoseconds and a blank. */
    public record Run(BacktestResult result, List<String> seen) {}

    private Lookahead(List<EventSource> sources, Function<List<EventSource>, Run> runner) {
        this.sources = sources;
        this.runner = runner;
    }

    /** A check of what a backtest makes of these streams; the function must start afresh at each call. */
    public static Lookahead of(List<EventSource> sources, Function<List<EventSource>, Run> runner) {
        return new Lookahead(List.copyOf(sources), runner);
    }

    /** Cuts and poisons at {@code times} times, spread evenly between two; fails where anything before one of them changes. */
    public void assertNone(long fromNanos, long toNanos, int times) {
        Run whole = runner.apply(sources);
        assertThat(before(whole, toNanos)).as("what the run does at all").isNotEmpty();
        for (int i = 1; i <= times; i++) {
            long cut = fromNanos + (toNanos - fromNanos) / (times + 1) * i + i * 7L;
            Run blind = runner.apply(
                    sources.stream().map(source -> source.until(cut)).toList());
            Run poisoned = runner.apply(sources.stream()
                    .map(source -> (EventSource) new Poisoned(source, cut))
                    .toList());
            long end = Math.min(cut, lastNanos(blind));
            assertSame("with the future cut", cut, before(whole, end), before(blind, end));
            assertSame("with the future poisoned", cut, before(whole, cut), before(poisoned, cut));
        }
    }

    /** Where a run ends: its last event, after which no time passes that could close a bar. */
    private static long lastNanos(Run run) {
        int size = run.result().equity().size();
        return size == 0 ? Long.MIN_VALUE : run.result().equity().timeNanos(size - 1);
    }

    private static void assertSame(String how, long cut, List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String is = i < actual.size() ? actual.get(i) : "nothing";
            assertThat(is)
                    .as("line %d before %s, %s", i, EpochNanos.format(cut), how)
                    .isEqualTo(i < expected.size() ? expected.get(i) : "nothing");
        }
    }

    /** What a run did before a time, in lines. */
    private static List<String> before(Run run, long cut) {
        List<String> lines = new ArrayList<>();
        for (Order order : run.result().orders()) {
            if (order.createdNanos() < cut) {
                lines.add(order.createdNanos() + " " + order.clientId() + " " + order.request());
            }
        }
        for (Fill fill : run.result().fills()) {
            if (fill.tsEvent() < cut) {
                lines.add(
                        fill.tsEvent() + " " + fill.order().clientId() + " " + fill.tradeId() + " " + fill.rawQuantity()
                                + " at " + fill.rawPrice() + " fee " + fill.rawFee() + " " + fill.reason());
            }
        }
        for (int i = 0; i < run.result().equity().size(); i++) {
            if (run.result().equity().timeNanos(i) < cut) {
                lines.add(run.result().equity().timeNanos(i) + " equity "
                        + run.result().equity().rawEquity(i));
            }
        }
        for (String line : run.seen()) {
            if (Long.parseLong(line.substring(0, line.indexOf(' '))) < cut) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A stream whose prices and quantities are other ones from a time on: what ends or happens after it. */
    private record Poisoned(EventSource whole, long cut) implements EventSource {
        @Override
        public Instrument instrument() {
            return whole.instrument();
        }

        @Override
        public String describe() {
            return whole.describe();
        }

        @Override
        public long size() {
            return whole.size();
        }

        @Override
        public Cursor open(MarketDataSink sink) {
            return whole.open(id -> new PoisonedInstrument(sink.instrument(id), cut));
        }
    }

    private record PoisonedInstrument(InstrumentSink sink, long cut) implements InstrumentSink {
        @Override
        public Instrument instrument() {
            return sink.instrument();
        }

        private long of(long nanos, long value) {
            return nanos <= cut ? value : value * POISON + 17;
        }

        @Override
        public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
            sink.trade(tsEvent, tsInit, of(tsEvent, rawPrice), of(tsEvent, rawQuantity), aggressor);
        }

        @Override
        public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
            sink.quote(
                    tsEvent,
                    tsInit,
                    of(tsEvent, bid),
                    of(tsEvent, bidQuantity),
                    of(tsEvent, ask),
                    of(tsEvent, askQuantity));
        }

        @Override
        public io.ttquant.api.exchange.BookSink book() {
            return sink.book();
        }

        @Override
        public io.ttquant.api.exchange.MarketByOrderSink marketByOrder() {
            return sink.marketByOrder();
        }

        @Override
        public BarSink bars(BarSpec spec) {
            return new PoisonedBars(sink.bars(spec), this);
        }

        @Override
        public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
            sink.funding(tsEvent, tsInit, rate, settlementNanos);
        }

        @Override
        public void markPrice(long tsEvent, long tsInit, long rawPrice) {
            sink.markPrice(tsEvent, tsInit, of(tsEvent, rawPrice));
        }

        @Override
        public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
            sink.indexPrice(tsEvent, tsInit, of(tsEvent, rawPrice));
        }

        @Override
        public void status(long tsEvent, long tsInit, TradingStatus status) {
            sink.status(tsEvent, tsInit, status);
        }
    }

    private record PoisonedBars(BarSink sink, PoisonedInstrument poison) implements BarSink {
        @Override
        public void open(long tsOpen, long rawOpen) {
            sink.open(tsOpen, poison.of(tsOpen, rawOpen));
        }

        /** Of a bar that spans the time, the open stays, for it was known. */
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
            sink.bar(
                    tsOpen,
                    tsEvent,
                    tsInit,
                    poison.of(tsOpen, rawOpen),
                    poison.of(tsEvent, rawHigh),
                    tsOpen <= poison.cut() ? rawLow : poison.of(tsEvent, rawLow),
                    poison.of(tsEvent, rawClose),
                    poison.of(tsEvent, rawVolume));
        }
    }
}
