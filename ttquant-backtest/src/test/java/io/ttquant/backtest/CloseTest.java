package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Closing a position. */
class CloseTest {
    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();
    private static final long START = EpochNanos.parse("2024-01-01T00:00:00Z");
    private static final long STEP = 60 * EpochNanos.SECOND;

    private static BarColumns bars(int count) {
        BarColumns.Builder builder = BarColumns.builder(BTC, BarSpec.minutes(1));
        for (int i = 0; i < count; i++) {
            builder.add(START + i * STEP, START + (i + 1) * STEP, 100_00, 101_00, 99_00, 100_00, 1000);
        }
        return builder.build();
    }

    private static final class ClosesOnEveryBar extends Strategy {
        private int bar;

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar closed) {
            if (bar++ == 0) {
                orders().buy(BTC).quantity("0.5").market().submit();
            } else {
                orders().close(BTC.id());
            }
        }
    }

    @Test
    void asking_on_every_bar_while_the_exit_is_under_way_sends_one_order() {
        SimulationConfig slow = SimulationConfig.DEFAULT.withLatency(
                LatencyModel.constant(Duration.ofMinutes(3), Duration.ofSeconds(1)));

        BacktestResult result = Backtest.of(bars(20).source())
                .cash("1000 USDT")
                .simulation(slow)
                .strategy("s", new ClosesOnEveryBar())
                .run();

        assertThat(result.orders())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.status()).isEqualTo(OrderStatus.FILLED));
        assertThat(result.orders().get(1).side()).isEqualTo(Side.SELL);
        assertThat(result.orders().get(1).request().isReduceOnly()).isTrue();
        assertThat(result.positions("s").get(0).isFlat()).isTrue();
    }

    @Test
    void closing_a_flat_position_sends_nothing() {
        BacktestResult result = Backtest.of(bars(5).source())
                .cash("1000 USDT")
                .strategy("s", new Strategy() {
                    @Override
                    protected void onStart(StrategyContext ctx) {
                        ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
                    }

                    @Override
                    protected void onBar(Bar closed) {
                        orders().close(BTC.id());
                    }
                })
                .run();

        assertThat(result.orders()).isEmpty();
    }
}
