package io.ttquant.api.exchange;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import java.util.List;
import java.util.Set;

/**
 * The way of commands to an exchange. None of these waits: what becomes of a command comes back through {@link ExecutionSink}, and a
 * command whose outcome is not known is reported so, never as a refusal.
 */
public interface ExecutionSession {
    /** What the exchange does with orders by itself. What it lacks the engine emulates, or refuses before it is sent. */
    Set<Capability> capabilities();

    /** Sends a new order, as {@link Order#sent()} says. */
    void submit(Order order);

    /**
     * Sends new orders at once. The members of an exclusive group ({@link Order#group()}) come together here, so that a venue with {@link
     * Capability#OCO} can take them as one list.
     */
    default void submitAll(List<? extends Order> orders) {
        orders.forEach(this::submit);
    }

    /** Asks to cancel orders. */
    default void cancelAll(List<? extends Order> orders) {
        orders.forEach(this::cancel);
    }

    /** Asks to cancel an order. */
    void cancel(Order order);

    /** Asks to change an order. */
    void amend(Order order, Amendment amendment);

    /**
     * The exchange's own id of an order, by which people find it there: of an order whose trigger was reached the id of what came of it. Empty if it is not
     * known, which says nothing of whether the exchange has the order.
     */
    default String exchangeId(Order order) {
        return "";
    }
}
