package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.indicator.Cross;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Result A: SMA 10 × 30 on GOOG, always in the market on both sides, all in, as backtesting.py publishes it. */
class PublishedSmaCrossTest {
    @Test
    void makesThePublishedTradesAndEquity() {
        BarColumns bars = DailyBars.read("bars/equities-fx/GOOG-1d.csv", "goog:GOOG", "GOOG", "USD");
        AllIn strategy = new AllIn(bars);

        BacktestResult result = Backtest.of(bars.source())
                .cash("10000 USD")
                .funds(FundsPolicy.BORROW)
                .strategy("sma", strategy)
                .run();

        List<String> published = SharedData.lines("reference/backtesting-py_goog_sma-cross_trades.csv");
        assertThat(strategy.entries).hasSize(published.size() - 1);
        for (int i = 0; i < strategy.entries.size(); i++) {
            String[] row = published.get(i + 1).split(",");
            assertThat(strategy.entries.get(i))
                    .as("trade %d", i)
                    .isEqualTo(row[0] + " @ " + new BigDecimal(row[3]).setScale(2));
        }
        List<String> equity = SharedData.lines("reference/backtesting-py_goog_sma-cross_equity.csv");
        for (int i = 0; i < bars.size(); i++) {
            double expected = Double.parseDouble(equity.get(i + 1).split(",")[1]);
            double actual = FixedPoint.toDouble(
                    equityAt(result, bars.tsClose(i)), result.reporting().scale());
            assertThat(actual).as("equity of bar %d", i).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6));
        }
        assertThat(result.finalEquity()).isEqualTo(51422.99);
    }

    private static long equityAt(BacktestResult result, long nanos) {
        int found = -1;
        for (int i = 0; i < result.equity().size() && result.equity().timeNanos(i) <= nanos; i++) {
            found = i;
        }
        return result.equity().rawEquity(found);
    }

    private static final class AllIn extends Strategy {
        private final BarColumns bars;
        private final Sma fast = Sma.of(10);
        private final Sma slow = Sma.of(30);
        private final Cross cross = Cross.of();
        private final List<String> entries = new ArrayList<>();
        private int bar;

        AllIn(BarColumns bars) {
            this.bars = bars;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(bars.instrument().id(), BarSpec.days(1));
        }

        @Override
        protected void onBar(Bar b) {
            fast.update(b.close());
            slow.update(b.close());
            Cross.Direction direction = cross.update(fast.value(), slow.value());
            bar++;
            if (bar == bars.size() - 1) {
                orders().close(b.instrument().id());
                return;
            }
            if (direction == Cross.Direction.NONE) {
                return;
            }
            if (position(b.instrument().id()).isFlat()) {
                // The first entry has no fill to size it by: its size is that of the next open, as published.
                enter(direction == Cross.Direction.UP ? Side.BUY : Side.SELL, bars.rawOpen(bar), 10_000);
            } else {
                orders().close(b.instrument().id());
            }
        }

        @Override
        protected void onFill(Fill fill) {
            if (bar == bars.size() - 1) {
                return;
            }
            if (position(fill.instrument().id()).isFlat()) {
                enter(
                        fill.side(),
                        fill.rawPrice(),
                        context().portfolio().balance("USD").total());
            } else {
                entries.add((fill.side() == Side.SELL ? "-" : "") + fill.rawQuantity() + " @ "
                        + fill.instrument().formatPrice(fill.rawPrice()));
            }
        }

        private void enter(Side side, long rawPrice, double equity) {
            Instrument i = bars.instrument();
            long units = (long) Math.floor(0.9999 * equity / i.price(rawPrice));
            (side == Side.BUY ? orders().buy(i) : orders().sell(i))
                    .rawQuantity(units)
                    .market()
                    .submit();
        }
    }
}
