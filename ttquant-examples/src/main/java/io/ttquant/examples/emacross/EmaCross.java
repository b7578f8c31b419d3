package io.ttquant.examples.emacross;

import io.ttquant.api.account.Position;
import io.ttquant.api.indicator.Cross;
import io.ttquant.api.indicator.Ema;
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
 * Long when the fast exponential average crosses above the slow one, flat when it crosses back, or when stop-loss or take-profit is reached at a
 * close. One order at a time.
 */
public final class EmaCross extends Strategy {
    /**
     * Its parameters.
     *
     * @param instrument what to trade
     * @param timeframe the bars on which it decides
     * @param fastPeriod bars of the fast average
     * @param slowPeriod bars of the slow average, more than the fast one's
     * @param orderValue value of an entry in the quote currency
     * @param maxPositionValue the position is never worth more than this when it is entered
     * @param stopLossPercent percent of the average price; 0 = none
     * @param takeProfitPercent percent of the average price; 0 = none
     */
    public record Params(
            @Alias("symbol") InstrumentId instrument,
            @Default("1m") BarSpec timeframe,
            @Default("10") @Range(min = 1, max = 10_000) int fastPeriod,
            @Default("30") @Range(min = 2, max = 10_000) int slowPeriod,

            @Alias({"order_amount_usdt", "order_amount"}) @Default("200") @Range(min = 0)
            BigDecimal orderValue,

            @Alias("max_position_usdt") @Default("2000") @Range(min = 0)
            BigDecimal maxPositionValue,

            @Alias(value = "stop_loss_pct", factor = "100") @Default("3") @Range(min = 0, max = 100)
            double stopLossPercent,

            @Alias(value = "take_profit_pct", factor = "100") @Default("6") @Range(min = 0, max = 10_000)
            double takeProfitPercent) {
        /**
         * Checks what belongs together.
         *
         * @throws IllegalArgumentException if the fast period is not below the slow one, or an entry would exceed the largest position
         */
        public Params {
            if (fastPeriod >= slowPeriod) {
                throw new IllegalArgumentException(
                        "fast_period " + fastPeriod + " must be below slow_period " + slowPeriod);
            }
            if (orderValue.compareTo(maxPositionValue) > 0) {
                throw new IllegalArgumentException(
                        "order_value " + orderValue + " must not exceed max_position_value " + maxPositionValue);
            }
        }
    }

    private final Params params;
    private final Ema fast;
    private final Ema slow;
    private final Cross cross = Cross.of();
    private final ProtectiveExit exit;
    private @Nullable Order working;

    /** With these parameters. */
    public EmaCross(Params params) {
        this.params = params;
        this.fast = Ema.of(params.fastPeriod());
        this.slow = Ema.of(params.slowPeriod());
        this.exit = new ProtectiveExit(params.stopLossPercent(), params.takeProfitPercent());
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(params.instrument(), params.timeframe()).warmup(params.slowPeriod());
    }

    @Override
    protected void onBar(Bar bar) {
        Cross.Direction direction = cross.update(fast.update(bar.close()), slow.update(bar.close()));
        if (isBusy()) {
            return;
        }
        Position position = position(params.instrument());
        if (position.isLong()) {
            ProtectiveExit.Signal signal = exit.judge(position, bar.close());
            if (signal != ProtectiveExit.Signal.NONE || direction == Cross.Direction.DOWN) {
                leave(position, signal == ProtectiveExit.Signal.NONE ? "cross" : signal.name());
            }
        } else if (direction == Cross.Direction.UP) {
            working = orders().buy(bar.instrument())
                    .value(params.orderValue())
                    .market()
                    .tag("cross")
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
