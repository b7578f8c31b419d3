package io.ttquant.examples.grid;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.examples.exit.ProtectiveExit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A long grid. Around the first price it sees lie {@code gridCount} levels below and as many above. Each level below the market has a buy limit order; when it
 * is filled, what it bought is offered one step higher, and when that is sold the level is armed again. A level above the market is armed once the market is
 * above it. When the whole position reaches its stop-loss or take-profit, all orders are cancelled, the position is sold, and a new grid is laid around the
 * price of that moment.
 */
public final class Grid extends Strategy {
    /**
     * Its parameters.
     *
     * @param instrument what to trade
     * @param timeframe the bars at whose closes levels are armed and exits judged; fills happen in between
     * @param gridCount levels on each side
     * @param priceRangePercent how far the outermost level lies from the middle, in percent of it
     * @param orderValue value of a level's order in the quote currency
     * @param maxPositionValue buy orders and position together are never worth more than this
     * @param stopLossPercent percent of the average price; 0 = none
     * @param takeProfitPercent percent of the average price; 0 = none
     */
    public record Params(
            @Alias("symbol") InstrumentId instrument,
            @Default("1m") BarSpec timeframe,
            @Default("10") @Range(min = 1, max = 500) int gridCount,

            @Alias(value = "price_range_pct", factor = "100") @Default("2.0") @Range(min = 0.001, max = 99)
            double priceRangePercent,

            @Alias({"order_amount_usdt", "order_amount"}) @Default("100") @Range(min = 0)
            BigDecimal orderValue,

            @Alias("max_position_usdt") @Default("5000") @Range(min = 0)
            BigDecimal maxPositionValue,

            @Alias(value = "stop_loss_pct", factor = "100") @Default("5") @Range(min = 0, max = 100)
            double stopLossPercent,

            @Alias(value = "take_profit_pct", factor = "100") @Default("10") @Range(min = 0, max = 10_000)
            double takeProfitPercent) {
        /**
         * Checks what belongs together.
         *
         * @throws IllegalArgumentException if an order would exceed the largest position
         */
        public Params {
            if (orderValue.compareTo(maxPositionValue) > 0) {
                throw new IllegalArgumentException(
                        "order_value " + orderValue + " must not exceed max_position_value " + maxPositionValue);
            }
        }
    }

    private final Params params;
    private final ProtectiveExit protection;
    private final List<Cell> cells = new ArrayList<>();
    private String clearing = "";
    private @Nullable Order closing;

    /** With these parameters. */
    public Grid(Params params) {
        this.params = params;
        this.protection = new ProtectiveExit(params.stopLossPercent(), params.takeProfitPercent());
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(params.instrument(), params.timeframe());
    }

    @Override
    protected void onBar(Bar bar) {
        if (clearing.isEmpty()) {
            ProtectiveExit.Signal signal = protection.judge(position(params.instrument()), bar.close());
            if (signal != ProtectiveExit.Signal.NONE) {
                clear(signal.name());
            }
        }
        if (!clearing.isEmpty()) {
            continueClearing();
            return;
        }
        if (cells.isEmpty()) {
            lay(bar.close());
        }
        arm(bar);
    }

    private void lay(double middle) {
        double step = middle * params.priceRangePercent() / 100 / params.gridCount();
        for (int level = -params.gridCount(); level < params.gridCount(); level++) {
            cells.add(new Cell("level " + level, middle + level * step, middle + (level + 1) * step));
        }
    }

    /** Puts a buy order on every idle level below the market, the nearest first, as far as the largest position allows. */
    private void arm(Bar bar) {
        double committed = committedValue();
        double value = params.orderValue().doubleValue();
        for (int i = cells.size() - 1; i >= 0; i--) {
            Cell cell = cells.get(i);
            if (cell.rawHeld > 0 && cell.exit == null) {
                offer(cell);
            } else if (cell.isIdle()
                    && cell.buyPrice < bar.close()
                    && committed + value <= params.maxPositionValue().doubleValue()) {
                committed += value;
                Order order = orders().buy(bar.instrument())
                        .value(params.orderValue())
                        .limit(cell.buyPrice)
                        .tag(cell.tag)
                        .submit();
                cell.entry = order.isClosed() ? null : order;
            }
        }
    }

    private double committedValue() {
        double committed = 0;
        for (Cell cell : cells) {
            committed += cell.isIdle() ? 0 : params.orderValue().doubleValue();
        }
        return committed;
    }

    @Override
    protected void onOrder(OrderEvent event) {
        Order order = event.order();
        if (order == closing) {
            finishClosing(order);
            return;
        }
        for (Cell cell : cells) {
            if (cell.entry == order && order.isClosed()) {
                cell.entry = null;
                cell.rawHeld += sellable(order.rawFilled());
                if (clearing.isEmpty() && cell.rawHeld > 0) {
                    offer(cell);
                }
            } else if (cell.exit == order && order.isClosed()) {
                cell.exit = null;
                cell.rawHeld -= Math.min(cell.rawHeld, order.rawFilled());
            }
        }
        if (!clearing.isEmpty()) {
            continueClearing();
        }
    }

    /** What can be sold of a purchase: whole lots, less what a fee in the base currency took. */
    private long sellable(long rawBought) {
        Position position = position(params.instrument());
        long lot = position.instrument().rawLot();
        long free = position.rawQuantity();
        for (Cell cell : cells) {
            free -= cell.rawHeld;
        }
        return Math.max(0, Math.min(rawBought, free) / lot * lot);
    }

    private void offer(Cell cell) {
        Instrument instrument = position(params.instrument()).instrument();
        Order order = orders().sell(instrument)
                .rawQuantity(cell.rawHeld)
                .limit(cell.sellPrice)
                .tag(cell.tag)
                .submit();
        cell.exit = order.isClosed() ? null : order;
    }

    private void clear(String why) {
        clearing = why;
        orders().cancelAll(params.instrument());
    }

    /** Waits until the cancelled orders are gone, because they hold back what is to be sold; then sells, once. */
    private void continueClearing() {
        if (closing != null || !orders().open(params.instrument()).isEmpty()) {
            return;
        }
        Position position = position(params.instrument());
        long lot = position.instrument().rawLot();
        long rawQuantity = position.rawQuantity() / lot * lot;
        if (rawQuantity == 0) {
            restart();
            return;
        }
        Order order = orders().sell(position.instrument())
                .rawQuantity(rawQuantity)
                .market()
                .reduceOnly()
                .tag(clearing)
                .submit();
        closing = order.status() == OrderStatus.DENIED ? null : order;
    }

    private void finishClosing(Order order) {
        if (order.isClosed()) {
            closing = null;
            if (order.status() == OrderStatus.FILLED) {
                restart();
            }
        }
    }

    private void restart() {
        clearing = "";
        cells.clear();
    }
}
