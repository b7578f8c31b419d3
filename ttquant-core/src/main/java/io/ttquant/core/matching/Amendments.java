package io.ttquant.core.matching;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;

/** Amendments at a simulated market: whether one is taken, and whether the order keeps its place. */
final class Amendments {
    private final SimulatedMarket market;
    private final Executions executions;
    private final Reports reports;

    Amendments(SimulatedMarket market, Executions executions, Reports reports) {
        this.market = market;
        this.executions = executions;
        this.reports = reports;
    }

    /**
     * Amends an order that is open.
     *
     * @param closed why the instrument took no amendment when this one arrived; empty if it did
     */
    void amend(WorkingOrder order, Amendment amendment, long newPriority, String closed) {
        long quantity = amendment.rawQuantity() > 0 ? amendment.rawQuantity() : order.rawQuantity;
        long price = amendment.rawPrice() > 0 ? amendment.rawPrice() : order.rawPrice;
        long trigger = amendment.rawTrigger() > 0 ? amendment.rawTrigger() : order.rawTrigger;
        if (!closed.isEmpty()) {
            refuse(order, RejectReason.INSTRUMENT_NOT_TRADING, closed);
            return;
        }
        boolean keepsPlace = price == order.rawPrice && trigger == order.rawTrigger && quantity <= order.rawQuantity;
        if (isRefused(order, amendment, quantity, price, keepsPlace) || isUnpaid(order, quantity, price, trigger)) {
            return;
        }
        if (keepsPlace) {
            order.rawQuantity = quantity;
            reports.updated(order, market.now());
            return;
        }
        market.clearEnded();
        boolean waited = market.takeOut(order);
        order.rawQuantity = quantity;
        order.rawPrice = price;
        order.rawTrigger = trigger;
        order.hasOwnTrigger |= amendment.rawTrigger() > 0;
        order.rawShown = order.rawDisplay;
        order.priority = newPriority;
        reports.updated(order, market.now());
        market.comeAgain(order, waited);
    }

    private boolean isRefused(WorkingOrder order, Amendment amendment, long quantity, long price, boolean keepsPlace) {
        if (quantity <= order.rawFilled) {
            return refuse(order, RejectReason.INVALID_AMENDMENT, OrderTexts.notAbove(order, quantity));
        }
        if (amendment.rawTrigger() > 0 && order.type.isTrailing() && order.rawTrigger == 0) {
            return refuse(order, RejectReason.INVALID_AMENDMENT, OrderTexts.noTriggerYet(order, amendment));
        }
        // One that stays where it rests takes nothing, though the price has come to it.
        if (!keepsPlace && order.isPostOnly && order.type == OrderType.LIMIT && market.wouldTake(order, price)) {
            String taking = OrderTexts.wouldTake(order, market.rawKnown(order.isBuy));
            return refuse(order, RejectReason.POST_ONLY_WOULD_TAKE, taking);
        }
        return false;
    }

    private boolean isUnpaid(WorkingOrder order, long quantity, long price, long trigger) {
        long judged = price > 0 ? price : trigger > 0 ? trigger : market.rawKnown(order.isBuy);
        long missing = judged > 0 ? executions.replaceHold(order, judged, quantity - order.rawFilled) : 0;
        if (missing <= 0) {
            return false;
        }
        String lacking = OrderTexts.missing(order, executions.paying(order.isBuy), missing);
        return refuse(order, executions.unpaid(), lacking);
    }

    private boolean refuse(WorkingOrder order, RejectReason reason, String why) {
        reports.updateRejected(order.order, reason, why, market.now());
        return true;
    }
}
