package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.core.order.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a venue cannot do and the engine does not emulate, since that would not be the same. */
record VenueRules(Set<Capability> venue) {
    private static final int ALL = Capability.values().length;

    /** True if the venue keeps exclusive groups itself. */
    boolean knowsGroups() {
        return venue.contains(Capability.OCO);
    }

    @Nullable
    Refusal check(OrderRequest r) {
        return venue.size() == ALL ? null : missing(r);
    }

    private @Nullable Refusal missing(OrderRequest r) {
        OrderType last = r.type().triggered();
        Refusal refusal =
                need(r, last == OrderType.MARKET, Capability.MARKET_ORDERS, "market orders; use a limit order");
        if (refusal == null) {
            refusal = need(r, last != OrderType.MARKET, Capability.LIMIT_ORDERS, "limit orders; use a market order");
        }
        if (refusal == null) {
            refusal = need(
                    r,
                    r.timeInForce() == TimeInForce.IOC,
                    Capability.IOC,
                    "immediate-or-cancel orders; use GTC and cancel what is left");
        }
        if (refusal == null) {
            refusal = need(
                    r,
                    r.timeInForce() == TimeInForce.FOK,
                    Capability.FOK,
                    "fill-or-kill orders; use IOC, which may fill in part");
        }
        if (refusal == null) {
            refusal = need(
                    r,
                    r.isPostOnly(),
                    Capability.POST_ONLY,
                    "post-only orders; use a price behind the market without it");
        }
        if (refusal == null) {
            refusal = need(
                    r,
                    r.isReduceOnly() && !isKeptByUs(r),
                    Capability.REDUCE_ONLY,
                    "reduce-only orders; ask for no more than is held without it");
        }
        return refusal != null
                ? refusal
                : need(
                        r,
                        r.rawDisplay() != 0,
                        Capability.DISPLAY_QUANTITY,
                        "a display quantity; leave it 0 and send smaller orders one after the other");
    }

    /**
     * True if an order that may only reduce needs no exchange to see to it: on spot, one that executes at once is judged by the position as it is when it
     * leaves. One that rests may find another position later.
     */
    private static boolean isKeptByUs(OrderRequest r) {
        boolean isAtOnce = r.type() == OrderType.MARKET
                || r.timeInForce() == TimeInForce.IOC
                || r.timeInForce() == TimeInForce.FOK;
        return isAtOnce && !r.type().hasTrigger() && !r.instrument().kind().isDerivative();
    }

    private @Nullable Refusal need(OrderRequest r, boolean isNeeded, Capability what, String text) {
        return !isNeeded || venue.contains(what)
                ? null
                : new Refusal(
                        RejectReason.UNSUPPORTED_BY_VENUE,
                        r.type() + " " + r.timeInForce() + " of " + r.instrument() + ": its exchange does not take "
                                + text);
    }

    /** An order that the engine holds can be amended wherever it will go. */
    @Nullable
    Refusal checkAmendment(Order order) {
        return order.isEmulated() || venue.contains(Capability.AMEND)
                ? null
                : new Refusal(
                        RejectReason.UNSUPPORTED_BY_VENUE,
                        "order " + order.clientId() + " of " + order.instrument()
                                + " cannot be amended, since its exchange does not take amendments; cancel it, and send a"
                                + " new one once that is confirmed");
    }
}
