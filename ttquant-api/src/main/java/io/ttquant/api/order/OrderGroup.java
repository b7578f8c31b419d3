package io.ttquant.api.order;

import java.util.List;

/** Orders that depend on each other: a live view, asked on the engine's thread only. */
public interface OrderGroup {
    /** What ties them together. */
    GroupKind kind();

    /**
     * The members in the order in which they were given, a parent first. A copy. Children that are released in parts, because the first part had
     * ended or could not grow when the parent filled more, and orders that take the place of others, are added at the end.
     */
    List<Order> orders();

    /** The member at a place, counted from 0. */
    default Order order(int index) {
        return orders().get(index);
    }

    /** True once nothing more is expected of any member. */
    default boolean isClosed() {
        return orders().stream().allMatch(Order::isClosed);
    }

    /** Asks to cancel all members that are not closed; held ones end at once. */
    void cancel();
}
