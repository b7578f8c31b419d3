package io.ttquant.exchanges.okx.session;

import io.ttquant.api.order.Order;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueOrder;
import org.jspecify.annotations.Nullable;

/**
 * How an order is named to the venue: ours by our id, which is known before the venue has it; one that was adopted by the venue's, and so is one that
 * an earlier run's conditional order left: our id of that is not its own.
 *
 * @param order the order
 * @param venueId the venue's id; empty for ours
 * @param isConditional whether the service of conditional orders has it
 */
record OkxName(Order order, String venueId, boolean isConditional) {
    /**
     * The name of an order.
     *
     * @param latest the venue's last word on it; null if there is none
     * @param foreignId the venue's id of it; empty if it is ours
     * @param childId the venue's id of what came of the conditional order that has our id of it; null if nothing did
     */
    static OkxName of(Order order, @Nullable VenueOrder latest, String foreignId, @Nullable String childId) {
        boolean hasTrigger = order.sent().type().hasTrigger();
        if (!hasTrigger && childId != null) {
            return new OkxName(order, childId, false);
        }
        if (latest == null) {
            return new OkxName(order, foreignId, hasTrigger);
        }
        return latest.clientId().equals(order.clientId())
                ? new OkxName(order, "", hasTrigger)
                : new OkxName(order, latest.venueId(), latest.isConditional());
    }

    boolean isOurs() {
        return venueId.isEmpty();
    }

    String clientId() {
        return order.clientId();
    }

    String symbol() {
        return order.instrument().id().symbol();
    }

    /** The venue's id as a number; for orders that are not ours. */
    long number() {
        return Long.parseLong(venueId);
    }

    /** Whether a listed order is this one. */
    boolean is(VenueOrder row) {
        return isOurs() ? row.clientId().equals(clientId()) : row.venueId().equals(venueId);
    }

    /** Whether an outcome names it. */
    boolean is(CommandResult result) {
        return isOurs()
                ? result.clientId().equals(clientId())
                : result.venueId().equals(venueId);
    }
}
