package io.ttquant.exchanges.binance.session;

import io.ttquant.api.order.Order;
import io.ttquant.exchanges.answer.VenueOrder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How an order is called at the venue: one of ours by our id, one that was adopted by its own, one that a trigger released by its child's. */
final class OrderNames {
    private static final int MOST = 36;

    private final boolean isSpot;
    private final Function<Order, @Nullable VenueOrder> latest;
    private final Function<Order, String> foreignId;

    /**
     * Names of orders.
     *
     * @param latest the venue's last word on an order
     * @param foreignId the venue's id of one that is not ours; empty for ours
     */
    OrderNames(boolean isSpot, Function<Order, @Nullable VenueOrder> latest, Function<Order, String> foreignId) {
        this.isSpot = isSpot;
        this.latest = latest;
        this.foreignId = foreignId;
    }

    /**
     * A name.
     *
     * @param clientId empty if the order is called by the venue's id
     * @param venueId -1 if it is called by its client id
     * @param isConditional whether it is with the service of conditional orders
     */
    record Name(String clientId, long venueId, boolean isConditional) {
        boolean isByClient() {
            return !clientId.isEmpty();
        }
    }

    /** How it is called by whoever acts on it now: the order that came of a conditional one, where there is one. */
    Name acting(Order order) {
        VenueOrder last = latest.apply(order);
        if (last != null && last.isConditional() && !last.childId().isEmpty()) {
            return new Name("", id(last.childId()), false);
        }
        return own(order);
    }

    /** The id of the order that came of a conditional one, as far as it was told; empty if there is none. */
    String child(Order order) {
        VenueOrder last = latest.apply(order);
        return last != null && last.isConditional() ? last.childId() : "";
    }

    /** How the order itself is called. */
    Name own(Order order) {
        VenueOrder last = latest.apply(order);
        if (last == null) {
            String foreign = foreignId.apply(order);
            return foreign.isEmpty()
                    ? new Name(
                            order.clientId(), -1, !isSpot && order.sent().type().hasTrigger())
                    : new Name("", id(foreign), AlgoIds.isConditional(foreign));
        }
        boolean isLegal = isLegal(last.clientId());
        return new Name(isLegal ? last.clientId() : "", isLegal ? -1 : id(last.venueId()), last.isConditional());
    }

    private static long id(String digits) {
        try {
            return Long.parseLong(AlgoIds.digits(digits));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("the venue's id '" + digits + "' of an order is no number", e);
        }
    }

    private static boolean isLegal(String id) {
        return !id.isEmpty()
                && id.length() <= MOST
                && id.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_');
    }
}
