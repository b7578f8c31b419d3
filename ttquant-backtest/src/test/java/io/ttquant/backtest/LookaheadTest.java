package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.indicator.Atr;
import io.ttquant.api.indicator.Bollinger;
import io.ttquant.api.indicator.Cross;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.Macd;
import io.ttquant.api.indicator.Rsi;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.StandardDeviation;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.strategy.BarSubscription;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.SampleMarket;
import io.ttquant.backtest.data.TradeColumns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is seen before it is known: every way to make bars, every indicator, warm-up and execution, with the future cut and poisoned. */
class LookaheadTest {
    private static final Instrument BTC = Walk.BTC;
    private static final long MINUTE = BarSpec.minutes(1).step();

    @ParameterizedTest
    @ValueSource(strings = {"1s", "1m", "5m", "1h", "7tick", "100tick", "2volume", "50000value"})
    void barsOfTradesAndTheirIndicatorsDoNotSeeTheFuture(String spec) {
        SampleMarket market = SampleMarket.bitcoin().withDays(1);
        TradeColumns trades = market.trades();
        int count = (int) Math.min(trades.size(), 4_000);
        TradeColumns.Builder some = TradeColumns.builder(market.instrument());
        for (int i = 0; i < count; i++) {
            some.add(trades.tsEvent(i), trades.rawPrice(i), trades.rawQuantity(i), trades.aggressor(i));
        }
        check(some.build(), BarSpec.parse(spec), 0, trades.tsEvent(0), trades.tsEvent(count - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m@bid", "5m@ask", "1m@mid", "11tick@mid"})
    void barsOfQuotesAndTheirIndicatorsDoNotSeeTheFuture(String spec) {
        EventSource quotes = new Quotes(Walk.bars(BTC, BarSpec.seconds(5), 1_500, 11));
        check(
                quotes,
                BarSpec.parse(spec),
                0,
                Walk.START,
                Walk.START + 1_500 * BarSpec.seconds(5).step());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "1h", "4h"})
    void barsOfBarsAndTheirIndicatorsDoNotSeeTheFuture(String spec) {
        EventSource bars = Walk.bars(BTC, BarSpec.minutes(1), 1_500, 12).source();
        check(bars, BarSpec.parse(spec), 0, Walk.START, Walk.START + 1_500 * MINUTE);
    }

    @Test
    void warmUpBarsDoNotSeeTheFuture() {
        EventSource bars = Walk.bars(BTC, BarSpec.minutes(1), 600, 13).source();
        check(bars, BarSpec.minutes(5), 20, Walk.START, Walk.START + 600 * MINUTE);
    }

    /** The first bar at which a decision is possible is closed, and the first price at which it is executed is the open of the next. */
    @Test
    void aStrategySeesABarAtItsCloseAndIsExecutedAtTheNextOpen() {
        BarColumns bars = Walk.bars(BTC, BarSpec.minutes(1), 50, 14);
        Watcher watcher = new Watcher(BTC, BarSpec.minutes(1), 0);
        BacktestResult result =
                Backtest.of(bars.source()).strategy("watch", watcher).run();

        assertThat(watcher.early).isEmpty();
        assertThat(result.fills()).isNotEmpty();
        for (Fill fill : result.fills()) {
            if (fill.order().type() != OrderType.MARKET) {
                continue;
            }
            long made = fill.order().createdNanos();
            int next = (int) ((made - Walk.START) / MINUTE);
            assertThat(bars.tsClose(next - 1)).isEqualTo(made);
            assertThat(fill.rawPrice()).isEqualTo(bars.rawOpen(next));
            assertThat(fill.tsEvent()).isEqualTo(bars.tsOpen(next));
        }
    }

    @Test
    void aStrategyThatReadsTheNextBarIsCaught() {
        BarColumns bars = Walk.bars(BTC, BarSpec.minutes(1), 300, 15);
        Lookahead check = Lookahead.of(
                List.of(bars.source()),
                sources -> new Lookahead.Run(
                        Backtest.of(sources)
                                .strategy("cheat", new Cheat(closes(sources.get(0))))
                                .run(),
                        List.of()));

        assertThatThrownBy(() -> check.assertNone(Walk.START, Walk.START + 300 * MINUTE, 40))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("with the future");
    }

    private static void check(EventSource source, BarSpec spec, int warmup, long from, long to) {
        Lookahead.of(List.of(source), sources -> {
                    Watcher watcher = new Watcher(source.instrument(), spec, warmup);
                    BacktestResult result = Backtest.of(sources)
                            .cash("10000000 USDT")
                            .strategy("watch", watcher)
                            .run();
                    assertThat(watcher.early).isEmpty();
                    return new Lookahead.Run(result, watcher.seen);
                })
                .assertNone(from, to, 8);
    }

    /** The closes that a stream will have: the back door of the cheat. */
    private static List<Long> closes(EventSource source) {
        List<Long> closes = new ArrayList<>();
        Backtest.of(source)
                .strategy("spy", new Strategy() {
                    @Override
                    protected void onStart(StrategyContext ctx) {
                        ctx.subscribeBars(source.instrument().id(), BarSpec.minutes(1));
                    }

                    @Override
                    protected void onBar(Bar b) {
                        closes.add(b.rawClose());
                    }
                })
                .run();
        return closes;
    }

    /** Buys when the next bar will close higher, and sells when it will not. */
    private static final class Cheat extends Strategy {
        private final List<Long> closes;
        private int bar;

        Cheat(List<Long> closes) {
            this.closes = closes;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar b) {
            bar++;
            boolean isUp = bar < closes.size() && closes.get(bar) > b.rawClose();
            if (isUp && position(BTC.id()).isFlat()) {
                orders().buy(BTC).quantity("0.1").market().submit();
            } else if (!isUp) {
                orders().close(BTC.id());
            }
        }
    }

    /** Notes every bar and the figures of every indicator, and trades by turns, with a limit and a stop order beside. */
    private static final class Watcher extends Strategy {
        private final Instrument instrument;
        private final BarSpec spec;
        private final int warmup;
        private final List<String> seen = new ArrayList<>();
        private final List<String> early = new ArrayList<>();
        private final Sma sma = Sma.of(5);
        private final Ema ema = Ema.of(5);
        private final Ema first = Ema.seededByFirst(5);
        private final Ema wilder = Ema.wilder(5);
        private final Rsi rsi = Rsi.of(5);
        private final Atr atr = Atr.of(5);
        private final Macd macd = Macd.of(3, 6, 4);
        private final Bollinger bollinger = Bollinger.of(5, 2);
        private final StandardDeviation deviation = StandardDeviation.sample(5);
        private final Cross cross = Cross.of();
        private int bar;

        Watcher(Instrument instrument, BarSpec spec, int warmup) {
            this.instrument = instrument;
            this.spec = spec;
            this.warmup = warmup;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            BarSubscription bars = ctx.subscribeBars(instrument.id(), spec);
            bars.warmup(warmup);
        }

        @Override
        protected void onBar(Bar b) {
            if (b.tsEvent() > clock().nanos() || b.tsOpen() > b.tsEvent()) {
                early.add(b + " at " + EpochNanos.format(clock().nanos()));
            }
            double c = b.close();
            seen.add(clock().nanos() + " " + b + " " + sma.update(c) + " " + ema.update(c) + " " + first.update(c) + " "
                    + wilder.update(c) + " " + rsi.update(c) + " " + atr.update(b) + " " + macd.update(c) + " "
                    + macd.signal() + " " + macd.histogram() + " " + bollinger.update(c) + " " + bollinger.upper() + " "
                    + bollinger.lower() + " " + deviation.update(c) + " " + cross.update(c, sma.value()));
            if (++bar % 4 == 0) {
                trade(b);
            }
        }

        private void trade(Bar b) {
            if (position(instrument.id()).isFlat()) {
                orders().buy(instrument).quantity("0.01").market().submit();
                orders().buy(instrument)
                        .quantity("0.01")
                        .limit(b.close() * 0.999)
                        .submit();
            } else {
                orders().cancelAll(instrument.id());
                orders().close(instrument.id());
            }
        }
    }

    /** Quotes whose bid and ask lie around the close of each bar. */
    private record Quotes(BarColumns bars) implements EventSource {
        @Override
        public Instrument instrument() {
            return bars.instrument();
        }

        @Override
        public String describe() {
            return "quotes";
        }

        @Override
        public long size() {
            return bars.size();
        }

        @Override
        public Cursor open(MarketDataSink sink) {
            InstrumentSink quotes = sink.instrument(instrument().id());
            return new Cursor() {
                private int next;

                @Override
                public long nextNanos() {
                    return next == bars.size() ? EpochNanos.NEVER : bars.tsClose(next);
                }

                @Override
                public boolean isBeginning() {
                    return false;
                }

                @Override
                public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
                    long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
                    int start = next;
                    while (next < bars.size() && bars.tsClose(next) <= limit) {
                        long ts = bars.tsClose(next);
                        long price = bars.rawClose(next++);
                        quotes.quote(ts, ts, price - 1, 1_000, price + 1, 1_000);
                    }
                    return (long) next - start;
                }
            };
        }
    }
}
