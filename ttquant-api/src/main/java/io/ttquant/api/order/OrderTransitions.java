package io.ttquant.api.order;

import static io.ttquant.api.order.OrderStatus.ACCEPTED;
import static io.ttquant.api.order.OrderStatus.CANCELED;
import static io.ttquant.api.order.OrderStatus.DENIED;
import static io.ttquant.api.order.OrderStatus.EXPIRED;
import static io.ttquant.api.order.OrderStatus.FILLED;
import static io.ttquant.api.order.OrderStatus.INITIALIZED;
import static io.ttquant.api.order.OrderStatus.PARTIALLY_FILLED;
import static io.ttquant.api.order.OrderStatus.PENDING_CANCEL;
import static io.ttquant.api.order.OrderStatus.PENDING_UPDATE;
import static io.ttquant.api.order.OrderStatus.REJECTED;
import static io.ttquant.api.order.OrderStatus.SUBMITTED;
import static io.ttquant.api.order.OrderStatus.TRIGGERED;

/**
 * The one table of an order's moves. A move that is not here is a bug of ours or of the exchange, and is refused.
 *
 * <p>A fill may still arrive after {@link OrderStatus#CANCELED} or {@link OrderStatus#EXPIRED}, because it raced the end of the
 * order; it is applied and the order stays closed.
 */
public final class OrderTransitions {
    private static final int[] ALLOWED = new int[OrderStatus.values().length];

    static {
        // A held child whose parent ends without a fill, or that is not wanted any more, is cancelled here.
        allow(INITIALIZED, DENIED, SUBMITTED, CANCELED);
        allow(
                SUBMITTED,
                ACCEPTED,
                REJECTED,
                TRIGGERED,
                PENDING_UPDATE,
                PENDING_CANCEL,
                PARTIALLY_FILLED,
                FILLED,
                CANCELED,
                EXPIRED);
        allow(
                ACCEPTED,
                TRIGGERED,
                PENDING_UPDATE,
                PENDING_CANCEL,
                PARTIALLY_FILLED,
                FILLED,
                CANCELED,
                EXPIRED,
                REJECTED);
        allow(TRIGGERED, PENDING_UPDATE, PENDING_CANCEL, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED, REJECTED);
        // Back to SUBMITTED when an amendment or a cancel is refused before any word on the order itself.
        allow(
                PENDING_UPDATE,
                SUBMITTED,
                ACCEPTED,
                TRIGGERED,
                PENDING_CANCEL,
                PARTIALLY_FILLED,
                FILLED,
                CANCELED,
                EXPIRED,
                REJECTED);
        allow(
                PENDING_CANCEL,
                SUBMITTED,
                ACCEPTED,
                TRIGGERED,
                PENDING_UPDATE,
                PARTIALLY_FILLED,
                FILLED,
                CANCELED,
                EXPIRED,
                REJECTED);
        allow(PARTIALLY_FILLED, PENDING_UPDATE, PENDING_CANCEL, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED);
        allow(CANCELED, CANCELED, FILLED);
        allow(EXPIRED, EXPIRED, FILLED);
    }

    private OrderTransitions() {}

    private static void allow(OrderStatus from, OrderStatus... to) {
        for (OrderStatus status : to) {
            ALLOWED[from.ordinal()] |= 1 << status.ordinal();
        }
    }

    /** True if an order may go from one state to the other. */
    public static boolean isAllowed(OrderStatus from, OrderStatus to) {
        return (ALLOWED[from.ordinal()] & 1 << to.ordinal()) != 0;
    }

    /** The table as Markdown, one row a state; {@code docs/} is generated from it. */
    public static String toMarkdown() {
        StringBuilder table = new StringBuilder("| From | Allowed next |\n|---|---|\n");
        for (OrderStatus from : OrderStatus.values()) {
            table.append("| ").append(from).append(" | ");
            String separator = "";
            for (OrderStatus to : OrderStatus.values()) {
                if (isAllowed(from, to)) {
                    table.append(separator).append(to);
                    separator = ", ";
                }
            }
            table.append(separator.isEmpty() ? "none" : "").append(" |\n");
        }
        return table.toString();
    }
}
