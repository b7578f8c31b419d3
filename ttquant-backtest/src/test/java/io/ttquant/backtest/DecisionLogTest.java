package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
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
import java.util.List;
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
                        1970-01-01T00:03:00Z  hand  #3 is now 1.0 at 104.00
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

    /** What the log says of orders in a run over minutes with these closes, without its first 22 characters, which are the time. */
    private static List<String> lines(BacktestStep step, int... closes) {
        StringBuilder log = new StringBuilder();
        BarColumns.Builder bars = BarColumns.builder(BTC, BarSpec.minutes(1));
        int open = closes[0];
        for (int i = 0; i < closes.length; i++) {
            int close = closes[i];
            bars.add(
                    i * MINUTE,
                    (i + 1) * MINUTE,
                    open,
                    Math.max(open, close) + 10,
                    Math.min(open, close) - 10,
                    close,
                    0);
            open = close;
        }
        Backtest.of(bars.build().source())
                .cash("1000 USDT")
                .decisions(log)
                .strategy("hand", new AtFirstBar(step))
                .run();
        return log.toString()
                .lines()
                .filter(line -> line.contains("#"))
                .map(line -> line.substring(22))
                .toList();
    }

    private interface BacktestStep {
        void send(Orders orders);
    }

    private static final class AtFirstBar extends Strategy {
        private final BacktestStep step;

        AtFirstBar(BacktestStep step) {
            this.step = step;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar bar) {
            if (bar.tsEvent() == MINUTE) {
                step.send(orders());
            }
        }
    }

    @Test
    void followsTheLifeOfABracket() {
        List<String> lines = lines(
                orders -> orders.bracket(
                        orders.buy(BTC).quantity("1").market(),
                        orders.sell(BTC).quantity("1").limit("120.00"),
                        orders.sell(BTC).quantity("1").stop("95.00")),
                10000,
                10000,
                10000,
                9400,
                9400);

        assertThat(lines)
                .containsExactly(
                        "hand  #1 BUY 1.0 x:BTCUSDT MARKET GTC",
                        "hand  #2 SELL 1.0 x:BTCUSDT LIMIT at 120.00 GTC reduce-only",
                        "hand  #3 SELL 1.0 x:BTCUSDT STOP_MARKET, trigger 95.00 GTC reduce-only",
                        "hand  #1 sent, BRACKET with #2, #3",
                        "hand  #1 accepted",
                        "hand  #1 filled 1.0 at 100.00, taker, fee 0.00000000 USDT: market order at the next bar's open",
                        "hand  #2 released by the fill of #1, sent, OUO with #3",
                        "hand  #3 released by the fill of #1, sent, OUO with #2",
                        "hand  #2 accepted",
                        "hand  #3 accepted",
                        "hand  #3 filled 1.0 at 95.00, taker, fee 0.00000000 USDT: stop order at its trigger price",
                        "hand  #2 cancelled: OUO sibling #3 filled");
    }

    @Test
    void followsATrailingStopAsItMoves() {
        List<String> lines = lines(
                orders -> orders.bracket(
                        orders.buy(BTC).quantity("1").market(),
                        orders.sell(BTC).quantity("1").limit("130.00"),
                        orders.sell(BTC).quantity("1").trailingBy("5.00")),
                10000,
                10000,
                11000,
                11500,
                10000);

        assertThat(lines)
                .contains(
                        "hand  #3 SELL 1.0 x:BTCUSDT TRAILING_STOP_MARKET, trailing by 5.00 GTC reduce-only",
                        "hand  #3 released by the fill of #1, sent, OUO with #2");
        assertThat(lines)
                .filteredOn(line -> line.contains("#3 trigger moved"))
                .containsExactly(
                        "hand  #3 trigger moved to 95.00",
                        "hand  #3 trigger moved to 95.10",
                        "hand  #3 trigger moved to 105.10",
                        "hand  #3 trigger moved to 110.10");
        assertThat(lines)
                .endsWith(
                        "hand  #3 filled 1.0 at 110.10, taker, fee 0.00000000 USDT: stop order at its trigger price",
                        "hand  #2 cancelled: OUO sibling #3 filled");
    }

    @Test
    void saysHowAnOrderFollowsAndShowsItself() {
        List<String> lines = lines(
                orders -> {
                    orders.oco(
                            orders.buy(BTC).quantity("1").limit("90.00").display("0.5"),
                            orders.buy(BTC)
                                    .quantity("1")
                                    .trailing(TrailingOffset.of(TrailingOffset.Kind.BASIS_POINTS, 2500)
                                            .withActivation(9800)));
                    orders.buy(BTC)
                            .quantity("1")
                            .trailingTicks(1)
                            .triggerBy(TriggerSource.MARK)
                            .submit();
                },
                10000,
                10000,
                8900);

        assertThat(lines)
                .contains(
                        "hand  #1 BUY 1.0 x:BTCUSDT LIMIT at 90.00 GTC showing 0.5",
                        "hand  #2 BUY 1.0 x:BTCUSDT TRAILING_STOP_MARKET, trailing by 25 basis points, active from 98.00 GTC",
                        "hand  #1 sent, OCO with #2",
                        "hand  #2 sent, OCO with #1",
                        "hand  #3 BUY 1.0 x:BTCUSDT TRAILING_STOP_MARKET, trailing by 1 tick by MARK GTC")
                .anyMatch(line -> line.startsWith("hand  #2 cancelled: OCO sibling #1 "));
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
