package io.ttquant.core.matching;

import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Refusal;

/** The door of a simulated market: whether an order that arrives is taken. */
final class Admission {
    private final SimulatedMarket market;
    private final SimulationConfig config;
    private final Executions executions;
    private final Reports reports;

    Admission(SimulatedMarket market, SimulationConfig config, Executions executions, Reports reports) {
        this.market = market;
        this.config = config;
        this.executions = executions;
        this.reports = reports;
    }

    /** Takes an arriving order; false if it was rejected. */
    boolean arrive(WorkingOrder order) {
        boolean isOpened = admit(order);
        market.clearEnded();
        return isOpened;
    }

    /** Refuses an order that has just arrived. */
    void reject(WorkingOrder order, RejectReason reason, String why) {
        refuse(order, reason, why);
        market.clearEnded();
    }

    private boolean admit(WorkingOrder order) {
        String closed = market.refusal(order);
        if (!closed.isEmpty()) {
            return refuse(order, RejectReason.INSTRUMENT_NOT_TRADING, closed);
        }
        Refusal refusal = config.refusals().of(order.order, market.now());
        if (refusal != null) {
            return refuse(order, refusal.reason(), refusal.message());
        }
        // Inside a bar the price of this moment is known once the bar has closed: the path decides.
        boolean isJudgedNow = market.isPriceKnown();
        if (order.isPostOnly
                && order.type == OrderType.LIMIT
                && isJudgedNow
                && market.wouldTake(order, order.rawPrice)) {
            String taking = OrderTexts.wouldTake(order, market.rawKnown(order.isBuy));
            return refuse(order, RejectReason.POST_ONLY_WOULD_TAKE, taking);
        }
        if (order.type.hasTrigger() && config.rejectPassedStops() && market.isPassed(order)) {
            String passed = OrderTexts.passed(order, market.triggers.rawPrice(order));
            return refuse(order, RejectReason.TRIGGER_ALREADY_PASSED, passed);
        }
        long missing = executions.hold(order);
        if (missing > 0) {
            String lacking = OrderTexts.missing(order, executions.paying(order.isBuy), missing);
            return refuse(order, executions.unpaid(), lacking);
        }
        executions.open(order);
        reports.accepted(order.order, market.now());
        market.come(order);
        return true;
    }

    private boolean refuse(WorkingOrder order, RejectReason reason, String why) {
        executions.reject(order, reason, why, market.now());
        return false;
    }
}
