package io.ttquant.examples.grid;

import io.ttquant.api.account.Position;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.Side;
import java.util.List;

/**
 * Puts what came back after a restart into the levels: orders by their price, and what is held and not offered into
 * levels that are idle.
 */
final class ReturnedGrid {
    private ReturnedGrid() {}

    static void into(List<Cell> cells, Orders orders, Position position) {
        for (Order order : orders.open(position.instrument().id())) {
            if (!(order.side() == Side.BUY ? isEntry(cells, order) : isExit(cells, order))) {
                orders.cancel(order);
            }
        }
        long lot = position.instrument().rawLot();
        long free = position.rawQuantity();
        for (Cell cell : cells) {
            free -= cell.rawOwned();
        }
        // The highest first: what was bought there waits for the highest price.
        for (int i = cells.size() - 1; i >= 0 && free >= lot; i--) {
            if (cells.get(i).isIdle()) {
                cells.get(i).rawHeld = free / lot * lot;
                free = 0;
            }
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
