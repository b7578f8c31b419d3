package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueOrder;

/**
 * The ids of conditional orders, kept apart from those of plain ones: both are numbers that the venue counts separately, so that one of each may have the
 * same.
 */
final class AlgoIds {
    private static final String PREFIX = "algo-";

    private AlgoIds() {}

    static String of(long algoId) {
        return PREFIX + algoId;
    }

    /** Whether it is of the service of conditional orders. */
    static boolean isConditional(String id) {
        return id.startsWith(PREFIX);
    }

    /** The number of an id, of either kind. */
    static String digits(String id) {
        return isConditional(id) ? id.substring(PREFIX.length()) : id;
    }

    /** An order whose id is apart if it is conditional. */
    static VenueOrder apart(VenueOrder o) {
        return o.isConditional() ? withId(o, PREFIX + digits(o.venueId())) : o;
    }

    /** A result of the service of conditional orders, or of the other one. */
    static CommandResult apart(CommandResult r, boolean isConditional) {
        if (!isConditional || r.venueId().isEmpty()) {
            return r;
        }
        VenueOrder order = r.order();
        return new CommandResult(
                r.verdict(),
                r.clientId(),
                PREFIX + digits(r.venueId()),
                order == null ? null : apart(order),
                r.tsEvent());
    }

    private static VenueOrder withId(VenueOrder o, String id) {
        return new VenueOrder(
                o.symbol(),
                id,
                o.clientId(),
                o.side(),
                o.positionSide(),
                o.type(),
                o.timeInForce(),
                o.status(),
                o.statusWord(),
                o.price(),
                o.triggerPrice(),
                o.quantity(),
                o.isByValue(),
                o.filled(),
                o.averagePrice(),
                o.isReduceOnly(),
                o.fees(),
                o.cancelSource(),
                o.isConditional(),
                o.childId(),
                o.parentId(),
                o.tsCreated(),
                o.tsUpdated());
    }
}
