package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
    private static final Instrument BTC =
            Instrument.spot("x:BTCUSDT", "BTC", "USDT").tick("0.01").lot("0.1").build();
    private static final long MINUTE = 60 * EpochNanos.SECOND;

    @Test
    void saysOfEachOrderWhatBecameOfItAndWhy() {
        StringBuilder log = new StringBuilder();

        run(SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.002")), log);

        assertThat(log.toString()).isEqualTo("""
                        1970-01-01T00:00:00Z  hand  starting
                        1970-01-01T00:00:00Z  hand  running
                        1970-01-01T00:01:00Z  hand  #1 BUY 1.0 x:BTCUSDT MARKET GTC [in]
                        1970-01-01T00:01:00Z  hand  #2 SELL 0.0 x:BTCUSDT MARKET GTC reduce-only
                        1970-01-01T00:01:00Z  hand  #2 denied, QUANTITY_ZERO: quantity 0.0 of x:BTCUSDT is not above zero; the smallest lot is \
                        0.1, ask for more, or for a larger value
                        1970-01-01T00:01:00Z  hand  #1 accepted
                        1970-01-01T00:01:00Z  hand  #1 filled 1.0 at 100.00, taker, fee 0.20000000 USDT: market order at the next bar's open
                        1970-01-01T00:02:00Z  hand  #3 SELL 1.0 x:BTCUSDT LIMIT at 105.00 GTC post-only
                        1970-01-01T00:02:00Z  hand  #3 accepted
                        1970-01-01T00:03:00Z  hand  #3 amendment sent: price 104.00
                        1970-01-01T00:03:00Z  hand  #3 amended to 1.0 at 104.00
                        1970-01-01T00:04:00Z  hand  #3 cancel sent
                        1970-01-01T00:04:00Z  hand  #3 cancelled as asked
                        1970-01-01T00:04:00Z  hand  stopping: end of run
                        1970-01-01T00:04:00Z  hand  stopped: end of run
                        """);
    }

    @Test
    void saysWhenSomethingHappenedOfWhichWeHeardLater() {
        StringBuilder log = new StringBuilder();

        run(SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ZERO, Duration.ofSeconds(2))), log);

        assertThat(log)
                .contains("1970-01-01T00:01:02Z  hand  #1 accepted (happened 1970-01-01T00:01:00Z)\n")
                .contains("1970-01-01T00:01:02Z  hand  #1 filled 1.0 at 100.00");
    }

    @Test
    void followsTheLifeOfABracket() {
        StringBuilder log = new StringBuilder();
        BarColumns.Builder bars = BarColumns.builder(BTC, BarSpec.minutes(1));
        int[] closes = {10000, 10000, 10000, 9400, 9400};
        for (int i = 0; i < closes.length; i++) {
            int open = i == 0 ? closes[0] : closes[i - 1];
            bars.add(
                    i * MINUTE,
                    (i + 1) * MINUTE,
                    open,
                    Math.max(open, closes[i]) + 10,
                    Math.min(open, closes[i]) - 10,
                    closes[i],
                    0);
        }
        Backtest.of(bars.build().source())
                .cash("1000 USDT")
                .decisions(log)
                .strategy("hand", new Strategy() {
                    @Override
                    protected void onStart(StrategyContext ctx) {
                        ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
                    }

                    @Override
                    protected void onBar(Bar bar) {
                        if (bar.tsEvent() == MINUTE) {
                            orders().bracket(
                                            orders().buy(BTC.id()).quantity("1").market(),
                                            orders().sell(BTC.id())
                                                    .quantity("1")
                                                    .limit("120.00"),
                                            orders().sell(BTC.id())
                                                    .quantity("1")
                                                    .stop("95.00"));
                        }
                    }
                })
                .run();

        assertThat(log.toString().lines().filter(line -> line.contains("#")).map(line -> line.substring(22)))
                .containsExactly(
                        "hand  #1 BUY 1.0 x:BTCUSDT MARKET GTC",
                        "hand  #2 SELL 1.0 x:BTCUSDT LIMIT at 120.00 GTC reduce-only",
                        "hand  #3 SELL 1.0 x:BTCUSDT STOP_MARKET, trigger 95.00 GTC reduce-only",
                        "hand  #1 sent, BRACKET with #2, #3",
                        "hand  #1 accepted",
                        "hand  #1 filled 1.0 at 100.00, taker, fee 0.00000000 USDT: market order at the next bar's open",
                        "hand  #2 sent, as a child of #1, OUO with #3",
                        "hand  #3 sent, as a child of #1, OUO with #2",
                        "hand  #2 accepted",
                        "hand  #3 accepted",
                        "hand  #3 filled 1.0 at 95.00, taker, fee 0.00000000 USDT: stop order at its trigger price",
                        "hand  #2 cancelled: OUO sibling tt3 filled");
    }

    @Test
    void failsTheRunIfItCannotBeWritten() {
        Writer broken = new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> run(SimulationConfig.DEFAULT, broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write the log of decisions: No space left on device");
    }

    private static void run(SimulationConfig simulation, Appendable log) {
        BarColumns.Builder bars = BarColumns.builder(BTC, BarSpec.minutes(1));
        for (int i = 0; i < 4; i++) {
            bars.add(i * MINUTE, (i + 1) * MINUTE, 10000, 10100, 9900, 10000, 0);
        }
        Backtest.of(bars.build().source())
                .cash("1000 USDT")
                .simulation(simulation)
                .strategy("hand", new ByHand())
                .decisions(log)
                .run();
    }

    private static final class ByHand extends Strategy {
        private int bar;
        private Order exit;

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar b) {
            switch (++bar) {
                case 1 -> {
                    orders().buy(BTC).quantity("1").market().tag("in").submit();
                    orders().sell(BTC).quantity("0.01").market().reduceOnly().submit();
                }
                case 2 ->
                    exit = orders().sell(BTC)
                            .quantity("1")
                            .limit("105")
                            .postOnly()
                            .submit();
                case 3 -> orders().amend(exit, Amendment.ofPrice(10400));
                default -> orders().cancel(exit);
            }
        }
    }
}
