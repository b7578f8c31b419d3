package io.ttquant.examples.emacross;

import io.ttquant.api.account.Position;
import io.ttquant.api.indicator.Cross;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.examples.exit.ExitOrder;
import io.ttquant.examples.exit.ProtectiveExit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Long when the fast exponential average crosses above the slow one, flat when it is below it again, or when stop-loss or take-profit is reached at a
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
     * @param orderValue value of an entry in the quote currency, at the price known when it is sent
     * @param maxPositionValue an entry is not worth more than this either
     * @param stopLossPercent percent of the average price; 0 = none
     * @param takeProfitPercent percent of the average price; 0 = none
     */
    public record Params(
            @Alias("symbol") InstrumentId instrument,
            @Default("1m") BarSpec timeframe,
            @Default("10") @Range(min = 1, max = 10_000) int fastPeriod,
            @Default("30") @Range(min = 2, max = 10_000) int slowPeriod,

            @Alias({"order_amount_usdt", "order_amount"}) @Default("200")
            BigDecimal orderValue,

            @Alias("max_position_usdt") @Default("2000") BigDecimal maxPositionValue,

            @Alias(value = "stop_loss_pct", factor = "100") @Default("3") @Range(min = 0, max = 100)
            double stopLossPercent,

            @Alias(value = "take_profit_pct", factor = "100") @Default("6") @Range(min = 0, max = 10_000)
            double takeProfitPercent) {
        /**
         * Checks what belongs together.
         *
         * @throws IllegalArgumentException if the fast period is not below the slow one, or an entry is worth nothing
         */
        public Params {
            if (fastPeriod >= slowPeriod) {
                throw new IllegalArgumentException(
                        "fast_period " + fastPeriod + " must be below slow_period " + slowPeriod);
            }
            if (orderValue.signum() <= 0 || maxPositionValue.signum() <= 0) {
                throw new IllegalArgumentException("order_value " + orderValue + " and max_position_value "
                        + maxPositionValue + " must be above zero");
            }
        }
    }

    private final Params params;
    private final Ema fast;
    private final Ema slow;
    private final Cross cross = Cross.of();
    private final ProtectiveExit protection;
    private final ExitOrder exit = new ExitOrder();
    private @Nullable Order entry;

    /** With these parameters. */
    public EmaCross(Params params) {
        this.params = params;
        this.fast = Ema.of(params.fastPeriod());
        this.slow = Ema.of(params.slowPeriod());
        this.protection = new ProtectiveExit(params.stopLossPercent(), params.takeProfitPercent());
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(params.instrument(), params.timeframe()).warmup(params.slowPeriod());
    }

    @Override
    protected void onBar(Bar bar) {
        double fastValue = fast.update(bar.close());
        double slowValue = slow.update(bar.close());
        Cross.Direction direction = cross.update(fastValue, slowValue);
        Position position = position(params.instrument());
        exit.proceed(orders(), position);
        if (exit.isActive() || isEntering()) {
            return;
        }
        if (ExitOrder.tradable(position) > 0) {
            String reason = reasonToLeave(position, bar.close(), fastValue < slowValue);
            if (!reason.isEmpty()) {
                exit.begin(reason);
                exit.proceed(orders(), position);
            }
        } else if (direction == Cross.Direction.UP) {
            enter();
        }
    }

    /** That the averages are crossed is enough, so that a cross which came while an order was under way is not missed. */
    private String reasonToLeave(Position position, double price, boolean isCrossedDown) {
        ProtectiveExit.Signal signal = protection.judge(position, price);
        if (signal != ProtectiveExit.Signal.NONE) {
            return signal.name();
        }
        return isCrossedDown ? "cross" : "";
    }

    private void enter() {
        entry = orders().buy(params.instrument())
                .value(params.orderValue().min(params.maxPositionValue()))
                .market()
                .tag("cross")
                .submit();
    }

    private boolean isEntering() {
        Order order = entry;
        return order != null && order.isOpen();
    }

    @Override
    protected void onOrder(OrderEvent event) {
        if (event.order().isClosed()) {
            exit.onClosed(event.order());
        }
    }
}
