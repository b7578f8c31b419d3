package io.ttquant.core.matching;

import io.ttquant.api.order.Order;
import io.ttquant.core.order.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which of the orders that arrive a simulated exchange refuses for reasons of its own, whatever the market: for tests of what a strategy makes of a refusal.
 * Without state, so that one may serve many runs.
 */
@FunctionalInterface
public interface VenueRefusals {
    /** Refuses none but those that cannot be taken. */
    VenueRefusals NONE = (order, nanos) -> null;

    /**
     * Why an order is refused.
     *
     * @param order as it was sent
     * @param nanos when it arrived, epoch nanoseconds
     * @return null if it is not
     */
    @Nullable
    Refusal of(Order order, long nanos);

    /** Refuses what this refuses, and what another one does. */
    default VenueRefusals and(VenueRefusals other) {
        return (order, nanos) -> {
            Refusal first = of(order, nanos);
            return first != null ? first : other.of(order, nanos);
        };
    }
}
