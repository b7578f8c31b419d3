package io.ttquant.exchanges.session;

import io.ttquant.exchanges.answer.VenueOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a venue says to the question for one order.
 *
 * @param order the order; null if no endpoint that could hold it has it: the plain orders, the conditional ones, the history
 * @param lacksChild whether it is a conditional order that was triggered, and no endpoint has the order that came of it
 */
public record OrderLookup(@Nullable VenueOrder order, boolean lacksChild) {
    /** An order that is all there is to know of, or none. */
    public OrderLookup(@Nullable VenueOrder order) {
        this(order, false);
    }

    /** A conditional order that was triggered, and of which nothing came that could be found: of its fate nothing follows yet. */
    public static OrderLookup childless(VenueOrder parent) {
        return new OrderLookup(parent, true);
    }
}
