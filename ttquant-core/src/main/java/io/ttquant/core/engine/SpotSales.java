package io.ttquant.core.engine;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sales of coins that a strategy holds. An account that may not owe coins cannot go short by them, though no exchange says
 * of an order on spot that it only reduces.
 */
final class SpotSales {
    private SpotSales() {}

    /**
     * Of a strategy's open orders in an instrument the sales that together are for no more than it holds: first those that
     * only reduce, then exits of groups, then others, the older first. Of siblings, of which one or the other fills, the
     * largest counts.
     *
     * @param rawHeld what it holds, at the quantity scale
     * @param orders the oldest first
     */
    static List<Order> within(long rawHeld, List<Order> orders) {
        List<TrackedOrder> sales = new ArrayList<>();
        for (Order order : orders) {
            if (order.side() == Side.SELL) {
                sales.add((TrackedOrder) order);
            }
        }
        sales.sort(Comparator.comparingInt(SpotSales::rank));
        List<Order> within = new ArrayList<>();
        long left = rawHeld;
        while (!sales.isEmpty()) {
            TrackedOrder first = sales.get(0);
            Siblings siblings = first.siblings();
            List<TrackedOrder> together = sales.stream()
                    .filter(each -> each == first || (siblings != null && each.siblings() == siblings))
                    .toList();
            long most =
                    together.stream().mapToLong(TrackedOrder::rawMayFill).max().orElse(0);
            if (most <= left) {
                left -= most;
                within.addAll(together);
            }
            sales.removeAll(together);
        }
        return within;
    }

    private static int rank(TrackedOrder sale) {
        if (sale.request().isReducing()) {
            return 0;
        }
        return sale.family() != null && sale.family().parent() != sale ? 1 : 2;
    }
}
