package io.ttquant.examples.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.examples.BarLines;
import io.ttquant.examples.Markets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitOrderTest {
    /** Buys once, by a limit order that may fill in part, and leaves from its fifth bar on. */
    private static final class BuyAndLeave extends Strategy {
        private final Instrument instrument;
        private final ExitOrder exit = new ExitOrder();
        private final List<Boolean> active = new ArrayList<>();
        private int bars;

        BuyAndLeave(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(instrument.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar bar) {
            bars++;
            if (bars == 1) {
                orders().buy(instrument).quantity("0.002").limit("59900").submit();
            } else if (bars == 3) {
                orders().cancelAll(instrument.id());
            } else if (bars == 5) {
                exit.begin("out");
            }
            exit.proceed(orders(), position(instrument.id()));
            active.add(exit.isActive());
        }

        @Override
        protected void onOrder(OrderEvent event) {
            if (event.order().isClosed()) {
                exit.onClosed(event.order());
            }
        }
    }

    @Test
    void isActiveUntilThePositionIsGone() {
        BuyAndLeave strategy = new BuyAndLeave(Markets.BTC);
        BacktestResult result = run(strategy, Markets.BTC, 10);

        assertThat(sells(result)).hasSize(1);
        assertThat(strategy.active).startsWith(false, false, false, false, true, false, false);
    }

    @Test
    void aRestBelowTheMinimumIsDustAndCountsAsFlat() {
        Instrument strict =
                Markets.BTC.toBuilder().minQuantity(new BigDecimal("0.002")).build();
        BuyAndLeave strategy = new BuyAndLeave(strict);
        BacktestResult result = run(strategy, strict, 80);

        assertThat(sells(result)).as("no order that must be refused").isEmpty();
        assertThat(strategy.active).as("left alone at once").containsOnly(false);
    }

    @Test
    void asksForNothingWhereNothingIsHeld() {
        BarLines bars = BarLines.minutes(Markets.BTC).flat("60000", 10);
        BuyAndLeave strategy = new BuyAndLeave(Markets.BTC);
        BacktestResult result =
                Backtest.of(bars.source()).strategy("exit", strategy).run();

        assertThat(sells(result)).isEmpty();
        assertThat(strategy.active).containsOnly(false);
    }

    @Test
    void retriesAfterOneTwoFourUpToSixteenBars() {
        Retry retry = new Retry();
        List<Integer> tries = new ArrayList<>();
        for (int bar = 0; bar < 70; bar++) {
            retry.onBar();
            if (retry.isDue()) {
                tries.add(bar);
                retry.onFailure();
            }
        }

        assertThat(tries).containsExactly(0, 1, 3, 7, 15, 31, 47, 63);
        retry.onSuccess();
        assertThat(retry.isDue()).isTrue();
    }

    /** Half of the purchase is filled: 0.001 of 0.002. */
    private static BacktestResult run(BuyAndLeave strategy, Instrument instrument, int bars) {
        BarLines lines = BarLines.minutes(instrument)
                .closes("60000")
                .bar("60000 60000 59000 60000 0.01")
                .flat("60000", bars);
        return Backtest.of(lines.source())
                .simulation(SimulationConfig.DEFAULT.withParticipation(new BigDecimal("0.1")))
                .strategy("exit", strategy)
                .run();
    }

    private static List<Order> sells(BacktestResult result) {
        return result.orders().stream()
                .filter(order -> order.request().tag().equals("out"))
                .toList();
    }
}
