package io.ttquant.core.engine;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.matching.BarMoment;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy told the engine to do with an order.
 *
 * @param kind what
 * @param order the order
 * @param amendment the change that an {@link Kind#AMEND} asks for; null otherwise
 * @param nanos when, epoch nanoseconds
 * @param arrivalNanos when it arrives at a simulated exchange, epoch nanoseconds; the same where none is, or where it never leaves
 * @param moment where the bar stood, when it was given, that executes the order's instrument; {@link BarMoment#BETWEEN} where no bar does
 * @param cause the order event in answer to which it was given; null if it was none
 */
public record OrderCommand(
        Kind kind,
        Order order,
        @Nullable Amendment amendment,
        long nanos,
        long arrivalNanos,
        BarMoment moment,
        @Nullable OrderEvent cause) {
    /** What a command asks for. */
    public enum Kind {
        /** A new order. */
        SUBMIT,
        /** The end of an order. */
        CANCEL,
        /** A change to an order. */
        AMEND
    }

    /** A new order that is sent as it is made and is there at once, between two bars and in answer to nothing. */
    public static OrderCommand submit(Order order) {
        long nanos = order.createdNanos();
        return new OrderCommand(Kind.SUBMIT, order, null, nanos, nanos, BarMoment.BETWEEN, null);
    }
}
