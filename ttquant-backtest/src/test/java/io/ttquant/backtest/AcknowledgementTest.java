package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Fill;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fills of resting orders reach their strategy after the latency of acknowledgement, however long the next event takes. */
class AcknowledgementTest {
    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();
    private static final long ACK = 50 * EpochNanos.MILLISECOND;

    private static final SimulationConfig SLOW =
            SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofMillis(20), Duration.ofNanos(ACK)));

    private final List<Long> heardNanos = new ArrayList<>();

    private final class Rests extends Strategy {
        private boolean isSent;

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(BTC.id());
            ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onTrade(Trade trade) {
            send();
        }

        @Override
        protected void onBar(Bar bar) {
            send();
        }

        private void send() {
            if (!isSent) {
                isSent = true;
                orders().buy(BTC).quantity("1").limit(99).submit();
            }
        }

        @Override
        protected void onFill(Fill fill) {
            heardNanos.add(clock().nanos() - fill.tsEvent());
        }
    }

    @Test
    void on_trades() {
        TradeColumns trades = TradeColumns.builder(BTC)
                .add(0, 100_00, 1000, AggressorSide.SELLER)
                .add(10 * EpochNanos.SECOND, 98_00, 5000, AggressorSide.SELLER)
                .add(20 * EpochNanos.SECOND, 98_00, 5000, AggressorSide.SELLER)
                .build();

        BacktestResult result = Backtest.of(trades)
                .cash("1000 USDT")
                .simulation(SLOW)
                .strategy("s", new Rests())
                .run();

        assertThat(heardNanos).containsExactly(ACK);
        assertThat(result.fills().get(0).tsEvent()).isEqualTo(10 * EpochNanos.SECOND);
    }

    @Test
    void on_bars() {
        BarColumns.Builder bars = BarColumns.builder(BTC, BarSpec.minutes(1));
        long minute = 60 * EpochNanos.SECOND;
        for (int i = 0; i < 4; i++) {
            bars.add(i * minute, (i + 1) * minute, 100_00, 100_00, i == 2 ? 98_00 : 100_00, 100_00, 1000);
        }

        Backtest.of(bars.build().source())
                .cash("1000 USDT")
                .simulation(SLOW)
                .strategy("s", new Rests())
                .run();

        assertThat(heardNanos).containsExactly(ACK);
    }
}
