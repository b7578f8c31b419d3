package io.ttquant.core.order;

import io.ttquant.api.order.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open orders of one strategy in one instrument, oldest first. Adding and removing cost the same however many there are. */
public final class OpenOrders {
    private @Nullable TrackedOrder first;
    private @Nullable TrackedOrder last;
    private int size;

    /** None. */
    public OpenOrders() {}

    /** Number of open orders. */
    public int size() {
        return size;
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
