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
 * levels that are idle.
 */
final class ReturnedGrid {
    private ReturnedGrid() {}

    static void into(List<Cell> cells, Orders orders, Position position, BigDecimal orderValue) {
        for (Order order : orders.open(position.instrument().id())) {
            if (!(order.side() == Side.BUY ? isEntry(cells, order) : isExit(cells, order))) {
                orders.cancel(order);
            }
        }
        long free = position.rawQuantity();
        for (Cell cell : cells) {
            free -= cell.rawOwned();
        }
        spread(cells, free, position.instrument(), orderValue);
    }

    /**
     * The highest idle levels first: what was bought there waits for the highest price. Each gets what it would have
     * bought, since all of it in one order may be more than the limits of risk allow; what all of them cannot take is
     * the highest one's.
     */
    static void spread(List<Cell> cells, long rawFree, Instrument instrument, BigDecimal orderValue) {
        long lot = instrument.rawLot();
        long free = rawFree / lot * lot;
        Cell highest = null;
        for (int i = cells.size() - 1; i >= 0 && free > 0; i--) {
            Cell cell = cells.get(i);
            if (cell.isIdle()) {
                long most = Math.max(lot, instrument.rounding().quantityForValue(orderValue, cell.rawBuyPrice));
                // A rest of less than a half would be too little to stand alone.
                cell.rawHeld = free - most < most / 2 ? free : most;
                free -= cell.rawHeld;
                highest = highest == null ? cell : highest;
            }
        }
        if (highest != null) {
            highest.rawHeld += free;
        }
    }

    private static boolean isEntry(List<Cell> cells, Order order) {
        for (Cell cell : cells) {
            if (cell.isIdle() && cell.rawBuyPrice == order.rawPrice()) {
                cell.entry = order;
                return true;
            }
        }
        return false;
    }

    private static boolean isExit(List<Cell> cells, Order order) {
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
