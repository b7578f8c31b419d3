package io.ttquant.examples.momentum;

import io.ttquant.api.account.Position;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.StandardDeviation;
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
 * Buys an outbreak: a bar's return that lies {@code breakoutThreshold} deviations above the mean of the window before it, on a volume of at least
 * {@code volumeThreshold} times the mean of that window. Leaves on an outbreak downwards, at the stop-loss or at the take-profit. Mean and (sample)
 * deviation are of the returns before the one that is judged. One order at a time.
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
     * @param orderValue value of an entry in the quote currency, at the price known when it is sent
     * @param maxPositionValue an entry is not worth more than this either
     * @param stopLossPercent percent of the average price; 0 = none
     * @param takeProfitPercent percent of the average price; 0 = none
     */
    public record Params(
            @Alias("symbol") InstrumentId instrument,
            @Default("1m") BarSpec timeframe,
            @Default("20") @Range(min = 2, max = 10_000) int lookbackPeriod,
            @Default("1.5") @Range(min = 0.01, max = 100) double breakoutThreshold,
            @Default("1.2") @Range(min = 0, max = 1000) double volumeThreshold,

            @Alias({"order_amount_usdt", "order_amount"}) @Default("150")
            BigDecimal orderValue,

            @Alias("max_position_usdt") @Default("1500") BigDecimal maxPositionValue,

            @Alias(value = "stop_loss_pct", factor = "100") @Default("4") @Range(min = 0, max = 100)
            double stopLossPercent,

            @Alias(value = "take_profit_pct", factor = "100") @Default("8") @Range(min = 0, max = 10_000)
            double takeProfitPercent) {
        /**
         * Checks what belongs together.
         *
         * @throws IllegalArgumentException if an entry is worth nothing
         */
        public Params {
            if (orderValue.signum() <= 0 || maxPositionValue.signum() <= 0) {
                throw new IllegalArgumentException("order_value " + orderValue + " and max_position_value "
                        + maxPositionValue + " must be above zero");
            }
        }
    }

    private final Params params;
    private final StandardDeviation returns;
    private final Sma volumes;
    private final ProtectiveExit protection;
    private final ExitOrder exit = new ExitOrder();
    private double previousClose = Double.NaN;
    private @Nullable Order entry;

    /** With these parameters. */
    public Momentum(Params params) {
        this.params = params;
        this.returns = StandardDeviation.sample(params.lookbackPeriod());
        this.volumes = Sma.of(params.lookbackPeriod());
        this.protection = new ProtectiveExit(params.stopLossPercent(), params.takeProfitPercent());
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
        if (returns.isReady()) {
            decide(bar, zScore(move), bar.volume() >= params.volumeThreshold() * volumes.value());
        }
        returns.update(move);
        volumes.update(bar.volume());
    }

    /** Zero while the window has no deviation: then nothing is unusual. */
    private double zScore(double move) {
        double deviation = returns.value();
        return deviation == 0 ? 0 : (move - returns.mean()) / deviation;
    }

    private void decide(Bar bar, double zScore, boolean isBusyMarket) {
        Position position = position(params.instrument());
        exit.proceed(orders(), position);
        if (exit.isActive() || isEntering()) {
            return;
        }
        if (ExitOrder.tradable(position) > 0) {
            String reason = reasonToLeave(position, bar.close(), zScore);
            if (!reason.isEmpty()) {
                exit.begin(reason);
                exit.proceed(orders(), position);
            }
        } else if (zScore >= params.breakoutThreshold() && isBusyMarket) {
            enter();
        }
    }

    private String reasonToLeave(Position position, double price, double zScore) {
        ProtectiveExit.Signal signal = protection.judge(position, price);
        if (signal != ProtectiveExit.Signal.NONE) {
            return signal.name();
        }
        return zScore <= -params.breakoutThreshold() ? "reversal" : "";
    }

    private void enter() {
        entry = orders().buy(params.instrument())
                .value(params.orderValue().min(params.maxPositionValue()))
                .market()
                .tag("breakout")
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
