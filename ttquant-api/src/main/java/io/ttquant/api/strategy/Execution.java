package io.ttquant.api.strategy;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import java.util.List;
import java.util.function.Consumer;

/** An order that an {@link ExecutionAlgorithm} works: a live view, asked on the engine's thread only. */
public interface Execution {
    /** What was asked for. */
    OrderRequest instruction();

    /** Where it is in its life. */
    ExecutionStatus status();

    /** Quantity filled so far, at the quantity scale. */
    long rawFilled();

    /** Average price of its fills, weighted by quantity; NaN before the first fill. */
    double averagePrice();

    /** The orders that it has sent so far, oldest first. A copy. */
    List<Order> children();

    /** Why it ended; empty while it works and once all is filled. */
    String message();

    /** Cancels it, and its open children with it. One that has ended is left alone. */
    void cancel();

    /** Does something once it is closed; at once if it is. */
    void whenClosed(Consumer<Execution> action);

    /** The part of the quantity that is filled, 0 to 1. */
    default double progress() {
        return (double) rawFilled() / instruction().rawQuantity();
    }
}
