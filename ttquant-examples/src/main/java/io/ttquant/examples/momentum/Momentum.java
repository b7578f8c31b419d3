package io.ttquant.examples.momentum;

import io.ttquant.api.account.Position;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.StandardDeviation;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.examples.exit.ProtectiveExit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Buys an outbreak: a bar's return that lies {@code breakoutThreshold} deviations above the mean of the window before it, on a volume of at least
 * {@code volumeThreshold} times the mean of that window. Leaves on an outbreak downwards, at the stop-loss or at the take-profit. Mean and (sample)
 * deviation are of the returns before the one that is judged.
 */
public final class Momentum extends Strategy {
    /**
     * Its parameters.
     *
     * @param instrument what to trade
     * @param timeframe the bars on which it decides
     * @param lookbackPeriod bars of the window
     * @param breakoutThreshold deviations from the mean
     * @param volumeThreshold times the mean volume
     * @param orderValue value of an entry in the quote currency
     * @param maxPositionValue largest value of the position
     * @param stopLossPercent percent of the average price; 0 = none
     * @param takeProfitPercent percent of the average price; 0 = none
     */
    public record Params(
            @Alias("symbol") InstrumentId instrument,
            @Default("1m") BarSpec timeframe,
            @Default("20") @Range(min = 2, max = 10_000) int lookbackPeriod,
            @Default("1.5") @Range(min = 0.01, max = 100) double breakoutThreshold,
            @Default("1.2") @Range(min = 0, max = 1000) double volumeThreshold,

            @Alias({"order_amount_usdt", "order_amount"}) @Default("150") @Range(min = 0)
            BigDecimal orderValue,

            @Alias("max_position_usdt") @Default("1500") @Range(min = 0)
            BigDecimal maxPositionValue,

            @Alias(value = "stop_loss_pct", factor = "100") @Default("4") @Range(min = 0, max = 100)
            double stopLossPercent,

            @Alias(value = "take_profit_pct", factor = "100") @Default("8") @Range(min = 0, max = 10_000)
            double takeProfitPercent) {
        /**
         * Checks what belongs together.
         *
         * @throws IllegalArgumentException if an entry would exceed the largest position
         */
        public Params {
            if (orderValue.compareTo(maxPositionValue) > 0) {
                throw new IllegalArgumentException(
                        "order_value " + orderValue + " must not exceed max_position_value " + maxPositionValue);
            }
        }
    }

    private final Params params;
    private final StandardDeviation returns;
    private final Sma volumes;
    private final ProtectiveExit exit;
    private double previousClose = Double.NaN;
    private @Nullable Order working;

    /** With these parameters. */
    public Momentum(Params params) {
        this.params = params;
        this.returns = StandardDeviation.sample(params.lookbackPeriod());
        this.volumes = Sma.of(params.lookbackPeriod());
        this.exit = new ProtectiveExit(params.stopLossPercent(), params.takeProfitPercent());
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(params.instrument(), params.timeframe()).warmup(params.lookbackPeriod() + 1);
    }

    @Override
    protected void onBar(Bar bar) {
        double last = previousClose;
        previousClose = bar.close();
        if (Double.isNaN(last)) {
            return;
        }
        double move = bar.close() / last - 1;
        if (returns.isReady() && !isBusy()) {
            decide(bar, zScore(move), bar.volume() >= params.volumeThreshold() * volumes.value());
        }
        returns.update(move);
        volumes.update(bar.volume());
    }

    private double zScore(double move) {
        double deviation = returns.value();
        return deviation == 0 ? 0 : (move - returns.mean()) / deviation;
    }

    private void decide(Bar bar, double zScore, boolean isBusyMarket) {
        Position position = position(params.instrument());
        if (position.isLong()) {
            ProtectiveExit.Signal signal = exit.judge(position, bar.close());
            if (signal != ProtectiveExit.Signal.NONE) {
                leave(position, signal.name());
            } else if (zScore <= -params.breakoutThreshold()) {
                leave(position, "reversal");
            }
        } else if (zScore >= params.breakoutThreshold() && isBusyMarket) {
            working = orders().buy(bar.instrument())
                    .value(params.orderValue())
                    .market()
                    .tag("breakout")
                    .submit();
        }
    }

    private void leave(Position position, String tag) {
        long lot = position.instrument().rawLot();
        working = orders().sell(position.instrument())
                .rawQuantity(position.rawQuantity() / lot * lot)
                .market()
                .reduceOnly()
                .tag(tag)
                .submit();
    }

    private boolean isBusy() {
        Order order = working;
        return order != null && order.isOpen();
    }
}
