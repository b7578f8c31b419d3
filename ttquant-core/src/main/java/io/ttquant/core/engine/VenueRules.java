package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a venue cannot do and the engine does not emulate, since that would not be the same. */
record VenueRules(Set<Capability> venue, SpotReducing reducing) {
    private static final int ALL = Capability.values().length;

    /** True if the venue keeps exclusive groups itself. */
    boolean knowsGroups() {
        return venue.contains(Capability.OCO);
    }

    /**
     * What the venue lacks for an order.
     *
     * @param isLinked whether it is one of a group, or waits for another
     */
    @Nullable
    Refusal check(OrderRequest r, boolean isLinked) {
        return venue.size() == ALL && reducing.isSimulated() ? null : missing(r, isLinked);
    }

    private @Nullable Refusal missing(OrderRequest r, boolean isLinked) {
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
            refusal = reduceOnly(r, isLinked);
        }
        return refusal != null
                ? refusal
                : need(
                        r,
                        r.rawDisplay() != 0,
                        Capability.DISPLAY_QUANTITY,
                        "a display quantity; leave it 0 and send smaller orders one after the other");
    }

    private @Nullable Refusal reduceOnly(OrderRequest r, boolean isLinked) {
        if (!r.isReduceOnly()) {
            return null;
        }
        if (!reducing.isOurs(r.instrument())) {
            return need(r, true, Capability.REDUCE_ONLY, "reduce-only orders; ask for no more than is held without it");
        }
        // Which of a group fills, and at what price an amount is spent, is known too late to see to it.
        return isLinked || r.isByValue()
                ? refusal(
                        r,
                        "reduce-only orders " + (isLinked ? "in a group" : "of an amount")
                                + "; ask for no more than is held without it")
                : null;
    }

    private @Nullable Refusal need(OrderRequest r, boolean isNeeded, Capability what, String text) {
        return !isNeeded || venue.contains(what) ? null : refusal(r, text);
    }

    private static Refusal refusal(OrderRequest r, String text) {
        return new Refusal(
                RejectReason.UNSUPPORTED_BY_VENUE,
                r.type() + " " + r.timeInForce() + " of " + r.instrument() + ": its exchange does not take " + text);
    }

    /** True if an order can be made larger in place, as far as is known of its exchange; one that the engine holds always can. */
    boolean mayGrow(TrackedOrder order) {
        return order.isEmulated()
                || (venue.contains(Capability.AMEND)
                        && (!isConditional(order) || venue.contains(Capability.AMEND_CONDITIONAL)));
    }

    private static boolean isConditional(TrackedOrder order) {
        return order.isUntriggered() && order.sent().type().hasTrigger();
    }

    /** An order that the engine holds can be amended wherever it will go. */
    @Nullable
    Refusal checkAmendment(TrackedOrder order, Amendment amendment) {
        boolean mayReduce = venue.contains(Capability.REDUCE_QUANTITY);
        boolean isLocked = isConditional(order) && !venue.contains(Capability.AMEND_CONDITIONAL);
        boolean isTaken = mayGrow(order) || (mayReduce && !isLocked && isLessOnly(order, amendment));
        if (!isTaken && isLocked) {
            return new Refusal(
                    RejectReason.UNSUPPORTED_BY_VENUE,
                    "order " + order.clientId() + " of " + order.instrument() + " waits for its trigger and cannot be"
                            + " amended, since its exchange does not change such orders; send a new one, and cancel"
                            + " this one once that is confirmed");
        }
        return isTaken
                ? null
                : new Refusal(
                        RejectReason.UNSUPPORTED_BY_VENUE,
                        "order " + order.clientId() + " of " + order.instrument() + " cannot be amended"
                                + (mayReduce ? " so" : "") + ", since its exchange "
                                + (mayReduce ? "only makes orders smaller" : "does not take amendments")
                                + "; cancel it, and send a new one once that is confirmed");
    }

    private static boolean isLessOnly(Order order, Amendment a) {
        boolean isLess = a.rawQuantity() > 0 && a.rawQuantity() < order.rawQuantity();
        boolean isSamePrice = a.rawPrice() == 0 || a.rawPrice() == order.rawPrice();
        boolean isSameTrigger = a.rawTrigger() == 0 || a.rawTrigger() == order.rawTrigger();
        return isLess && isSamePrice && isSameTrigger;
    }
}
