package io.ttquant.examples.grid;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.examples.exit.ExitOrder;
import io.ttquant.examples.exit.ProtectiveExit;
import io.ttquant.examples.exit.Retry;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
     * @param maxPositionValue levels that wait to buy or to sell are together never worth more than this, at what they pay
     * @param stopLossPercent percent of the average price; 0 = none
     * @param takeProfitPercent percent of the average price; 0 = none
     */
    public record Params(
            @Alias("symbol") InstrumentId instrument,
            @Default("1m") BarSpec timeframe,
            @Default("10") @Range(min = 1, max = 500) int gridCount,

            @Alias(value = "price_range_pct", factor = "100") @Default("2.0") @Range(min = 0.001, max = 99)
            double priceRangePercent,

            @Alias({"order_amount_usdt", "order_amount"}) @Default("100")
            BigDecimal orderValue,

            @Alias("max_position_usdt") @Default("5000") BigDecimal maxPositionValue,

            @Alias(value = "stop_loss_pct", factor = "100") @Default("5") @Range(min = 0, max = 100)
            double stopLossPercent,

            @Alias(value = "take_profit_pct", factor = "100") @Default("10") @Range(min = 0, max = 10_000)
            double takeProfitPercent) {
        /**
         * Checks what belongs together.
         *
         * @throws IllegalArgumentException if an order is worth nothing, or more than the largest position
         */
        public Params {
            if (orderValue.signum() <= 0) {
                throw new IllegalArgumentException("order_value " + orderValue + " must be above zero");
            }
            if (orderValue.compareTo(maxPositionValue) > 0) {
                throw new IllegalArgumentException("order_value " + orderValue + " must not exceed max_position_value "
                        + maxPositionValue + ", or no level could be armed");
            }
        }
    }

    private static final String MIDDLE = "middle";

    private final Params params;
    private final int maxBusyCells;
    private final ProtectiveExit protection;
    private final ExitOrder clearing = new ExitOrder();
    private final Retry arming = new Retry();
    private List<Cell> cells = List.of();
    private boolean wasLaid;
    private @Nullable ReturnedGrid returned;

    /** With these parameters. */
    public Grid(Params params) {
        this.params = params;
        this.maxBusyCells = params.maxPositionValue()
                .divide(params.orderValue(), 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
        this.protection = new ProtectiveExit(params.stopLossPercent(), params.takeProfitPercent());
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(params.instrument(), params.timeframe());
    }

    @Override
    protected void onBar(Bar bar) {
        protect(bar.close());
        clear();
        if (clearing.isActive()) {
            return;
        }
        if (cells.isEmpty()) {
            lay(bar);
        }
        settleReturned();
        cells.forEach(cell -> cell.retry.onBar());
        cells.forEach(cell -> finish(cell, bar.rawClose()));
        arming.onBar();
        if (arming.isDue()) {
            arm(bar.rawClose());
        }
    }

    /**
     * After a restart the levels are those of before, with the orders that came back; else they lie around the price of
     * now.
     */
    private void lay(Bar bar) {
        boolean isBack = !wasLaid
                && !(position(params.instrument()).isFlat()
                        && orders().open(params.instrument()).isEmpty());
        String before = isBack ? context().kept(MIDDLE).orElse("") : "";
        double middle = before.isEmpty() ? bar.close() : Double.parseDouble(before);
        cells = wasLaid || !before.isEmpty()
                ? Cell.anew(middle, bar.instrument(), params)
                : Cell.around(middle, bar.instrument(), params);
        wasLaid = true;
        returned = null;
        if (!before.isEmpty()) {
            returned = new ReturnedGrid(cells, orders(), bar.instrument(), params.orderValue());
        }
        context().keep(MIDDLE, Double.toString(middle));
    }

    /** Before levels are armed: what is held already comes first. */
    private void settleReturned() {
        if (returned != null) {
            returned.proceed(position(params.instrument()));
            returned = returned.isSettled() ? null : returned;
        }
    }

    private void protect(double price) {
        Position position = position(params.instrument());
        if (clearing.isActive() || ExitOrder.tradable(position) == 0) {
            return;
        }
        ProtectiveExit.Signal signal = protection.judge(position, price);
        if (signal != ProtectiveExit.Signal.NONE) {
            clearing.begin(signal.name());
        }
    }

    /** While the grid is being cleared: cancels the levels' orders, which hold back what is to be sold; sells once they are gone; then starts anew. */
    private void clear() {
        if (!clearing.isActive()) {
            return;
        }
        boolean isWaiting = false;
        for (Cell cell : cells) {
            isWaiting |= cancel(cell.entry);
            isWaiting |= cancel(cell.exit);
        }
        if (!isWaiting) {
            clearing.proceed(orders(), position(params.instrument()));
            if (!clearing.isActive()) {
                cells = List.of();
            }
        }
    }

    private boolean cancel(@Nullable Order order) {
        if (order == null) {
            return false;
        }
        orders().cancel(order);
        return true;
    }

    /** Offers what a level holds, and gives up the rest of a purchase that the price has left. */
    private void finish(Cell cell, long rawPrice) {
        Order buying = cell.entry;
        if (cell.isUnoffered() && cell.retry.isDue()) {
            offer(cell);
        } else if (buying != null && cell.isLeftHalfBought(rawPrice)) {
            orders().cancel(buying);
        }
    }

    /** Puts a buy order on every idle level below the market, the nearest first, as far as the largest position allows. */
    private void arm(long rawPrice) {
        long busy = cells.stream().filter(cell -> !cell.isIdle()).count();
        for (int i = cells.size() - 1; i >= 0 && busy < maxBusyCells; i--) {
            Cell cell = cells.get(i);
            if (!cell.isIdle() || cell.rawBuyPrice >= rawPrice || !cell.retry.isDue()) {
                continue;
            }
            buy(cell);
            if (cell.entry == null) {
                // What is refused to this level, for want of funds most likely, would be refused to the next one too.
                arming.onFailure();
                return;
            }
            busy++;
        }
    }

    private void buy(Cell cell) {
        Order order = orders().buy(params.instrument())
                .value(params.orderValue())
                .rawLimit(cell.rawBuyPrice)
                .tag(cell.tag)
                .submit();
        cell.entry = order.isClosed() ? null : order;
    }

    private void offer(Cell cell) {
        Order order = orders().sell(params.instrument())
                .rawQuantity(cell.rawHeld)
                .rawLimit(cell.rawSellPrice)
                .reduceOnly()
                .tag(cell.tag)
                .submit();
        if (order.isClosed()) {
            cell.judge(order);
        } else {
            cell.exit = order;
        }
    }

    @Override
    protected void onOrder(OrderEvent event) {
        Order order = event.order();
        if (!order.isClosed()) {
            return;
        }
        clearing.onClosed(order);
        if (order.side() == Side.SELL && order.rawFilled() > 0) {
            // It brought funds in, for want of which levels may have been refused.
            arming.onSuccess();
        }
        for (Cell cell : cells) {
            settle(cell, order);
        }
        if (clearing.isActive() && !clearing.hasTried()) {
            clear();
        }
    }

    private void settle(Cell cell, Order closed) {
        if (cell.entry == closed) {
            cell.entry = null;
            cell.judge(closed);
            cell.rawHeld += sellable(closed.rawFilled());
            if (!clearing.isActive() && cell.isUnoffered()) {
                offer(cell);
            }
        } else if (cell.exit == closed) {
            cell.exit = null;
            cell.judge(closed);
            cell.rawHeld -= Math.min(cell.rawHeld, closed.rawFilled());
        }
    }

    /** What can be sold of a purchase: whole lots, less what a fee in the base currency took, and nothing that is another level's. */
    private long sellable(long rawBought) {
        Position position = position(params.instrument());
        long free = position.rawQuantity();
        for (Cell cell : cells) {
            free -= cell.rawOwned();
        }
        long lot = position.instrument().rawLot();
        return Math.max(0, Math.min(rawBought, free) / lot * lot);
    }
}
