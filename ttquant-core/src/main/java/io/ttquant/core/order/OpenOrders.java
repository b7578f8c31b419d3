package io.ttquant.core.order;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.PositionState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open orders of one strategy in one instrument, oldest first, and how far its positions can go with them. Adding and removing cost the same
 * however many there are.
 */
public final class OpenOrders {
    private final PositionState whole;
    private final Function<PositionSide, Reach> own;
    private final Function<PositionSide, Reach> account;
    private final @Nullable OpenQuantities[] legs = new OpenQuantities[PositionSide.values().length];
    private @Nullable TrackedOrder first;
    private @Nullable TrackedOrder last;
    private int size;

    /**
     * None.
     *
     * @param whole the strategy's position, or the sum of its two in hedge mode; fills of the orders change it
     * @param own how far that position can go, of each side; kept by these orders
     * @param account how far the account's position in the instrument can go, of each side: the sum over its strategies
     */
    public OpenOrders(PositionState whole, Function<PositionSide, Reach> own, Function<PositionSide, Reach> account) {
        this.whole = whole;
        this.own = own;
        this.account = account;
    }

    private OpenQuantities leg(PositionSide side) {
        OpenQuantities known = legs[side.ordinal()];
        if (known == null) {
            known = new OpenQuantities(whole.leg(side), own.apply(side), account.apply(side));
            legs[side.ordinal()] = known;
        }
        return known;
    }

    /** Number of open orders. */
    public int size() {
        return size;
    }

    /** Looks at the positions again; to be called when one changed by anything but a fill of one of these orders. */
    public void refresh() {
        for (OpenQuantities leg : legs) {
            if (leg != null) {
                leg.refresh();
            }
        }
    }

    /**
     * How far a position could go if more were open: the lowest for a sell, the highest for a buy.
     *
     * @param position whose position: the side of an order's position
     * @param rawMore quantity to add, not negative
     * @throws ArithmeticException if a sum does not fit
     */
    public long rawReachWith(PositionSide position, Side side, boolean isReduceOnly, long rawMore) {
        return side == Side.BUY
                ? leg(position).rawHighWith(isReduceOnly, rawMore)
                : leg(position).rawLowWith(isReduceOnly, rawMore);
    }

    /** Number of those that wait for their trigger. */
    public int stops() {
        int stops = 0;
        for (TrackedOrder order = first; order != null; order = order.next) {
            stops += order.isUntriggered() ? 1 : 0;
        }
        return stops;
    }

    /** Adds an order that is in no list yet, as the newest. */
    public void add(TrackedOrder order) {
        TrackedOrder before = last;
        order.list = this;
        order.previous = before;
        if (before == null) {
            first = order;
        } else {
            before.next = order;
        }
        last = order;
        size++;
        leg(order.position().side()).count(1);
        recount(order);
    }

    void remove(TrackedOrder order) {
        TrackedOrder before = order.previous;
        TrackedOrder after = order.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        order.list = null;
        order.previous = null;
        order.next = null;
        size--;
        leg(order.position().side()).count(-1);
        count(order, 0);
    }

    /** Counts an order again that may be filled by more or less than before. */
    void recount(TrackedOrder order) {
        count(order, order.rawMayFill());
    }

    private void count(TrackedOrder order, long rawMayFill) {
        long change = rawMayFill - order.rawCounted;
        order.rawCounted = rawMayFill;
        leg(order.position().side()).change(order.side(), order.request().isReduceOnly(), change);
    }

    /** The orders, oldest first; a copy. */
    public List<Order> toList() {
        List<Order> orders = new ArrayList<>(size);
        for (TrackedOrder order = first; order != null; order = order.next) {
            orders.add(order);
        }
        return orders;
    }
}
