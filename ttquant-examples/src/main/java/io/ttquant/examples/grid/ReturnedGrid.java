package io.ttquant.examples.grid;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * Puts what came back after a restart into the levels: orders by their price, and what is held and not offered into
 * levels that are idle, where there are too few into those that wait to buy, the lowest first, whose orders are
 * cancelled for that.
 */
final class ReturnedGrid {
    private final List<Cell> cells;
    private final Orders orders;
    private final BigDecimal orderValue;
    private boolean isSettled;

    /** Takes the open orders in; those of no level are cancelled. */
    ReturnedGrid(List<Cell> cells, Orders orders, Instrument instrument, BigDecimal orderValue) {
        this.cells = cells;
        this.orders = orders;
        this.orderValue = orderValue;
        for (Order order : orders.open(instrument.id())) {
            if (!(order.side() == Side.BUY ? isEntry(order) : isExit(order))) {
                orders.cancel(order);
            }
        }
    }

    /** True when all that came back has its level. */
    boolean isSettled() {
        return isSettled;
    }

    /** To be called until all is settled. While orders of no level are open it is not known what they leave. */
    void proceed(Position position) {
        Instrument instrument = position.instrument();
        if (orders.open(instrument.id()).stream().anyMatch(order -> !isOfLevel(order))) {
            return;
        }
        long left = spread(cells, position.rawQuantity() - rawOwned(), instrument, orderValue);
        isSettled = left == 0;
        for (Cell cell : cells) {
            if (left <= 0) {
                return;
            }
            Order buying = cell.entry;
            if (buying != null && buying.rawFilled() == 0) {
                orders.cancel(buying);
                left -= rawShare(cell, instrument, orderValue);
            }
        }
    }

    private boolean isOfLevel(Order order) {
        return cells.stream().anyMatch(cell -> cell.entry == order || cell.exit == order);
    }

    private long rawOwned() {
        return cells.stream().mapToLong(Cell::rawOwned).sum();
    }

    /**
     * Gives what is held and not offered to idle levels, the highest first: what was bought there waits for the highest
     * price. Each gets what it would have bought, since all of it in one order may be more than the limits of risk allow.
     *
     * @return what all of them cannot take, in whole lots
     */
    static long spread(List<Cell> cells, long rawFree, Instrument instrument, BigDecimal orderValue) {
        long lot = instrument.rawLot();
        long free = Math.max(0, rawFree / lot * lot);
        for (int i = cells.size() - 1; i >= 0 && free > 0; i--) {
            Cell cell = cells.get(i);
            if (cell.isIdle()) {
                long share = rawShare(cell, instrument, orderValue);
                // A rest of less than a half would be too little to stand alone.
                cell.rawHeld = free - share < share / 2 ? free : share;
                free -= cell.rawHeld;
            }
        }
        return free;
    }

    private static long rawShare(Cell cell, Instrument instrument, BigDecimal orderValue) {
        return Math.max(instrument.rawLot(), instrument.rounding().quantityForValue(orderValue, cell.rawBuyPrice));
    }

    private boolean isEntry(Order order) {
        for (Cell cell : cells) {
            if (cell.isIdle() && cell.rawBuyPrice == order.rawPrice()) {
                cell.entry = order;
                return true;
            }
        }
        return false;
    }

    private boolean isExit(Order order) {
        for (Cell cell : cells) {
            if (cell.isIdle() && cell.rawSellPrice == order.rawPrice()) {
                cell.exit = order;
                cell.rawHeld = order.rawQuantity();
                return true;
            }
        }
        return false;
    }
}
