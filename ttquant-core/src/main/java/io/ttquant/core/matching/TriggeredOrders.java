package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.OrderType;
import io.ttquant.core.order.TrailingPrices;

/** The orders of a simulated market that wait for a trigger: where they wait, what follows the price, and what becomes of those that are triggered. */
final class TriggeredOrders implements ObservedPrices {
    private final SimulatedMarket market;
    private final Instrument instrument;
    private final RestingOrders resting;
    private final Executions executions;
    private final Reports reports;
    private final Settlement settlement;
    private final TriggerPrices prices;
    private final Trail.Watcher moved = this::reportMove;

    TriggeredOrders(
            SimulatedMarket market,
            Instrument instrument,
            RestingOrders resting,
            Executions executions,
            Reports reports,
            Settlement settlement) {
        this.market = market;
        this.instrument = instrument;
        this.resting = resting;
        this.executions = executions;
        this.reports = reports;
        this.settlement = settlement;
        this.prices = new TriggerPrices(resting, this, instrument.rawTick());
    }

    /** The last price that could have triggered an order; 0 if none was seen. */
    long rawPrice(WorkingOrder order) {
        return prices.rawPrice(order);
    }

    void mark(long rawPrice) {
        prices.mark(rawPrice);
        observe(resting.mark, rawPrice);
    }

    void index(long rawPrice) {
        prices.index(rawPrice);
        observe(resting.index, rawPrice);
    }

    private void observe(Triggers waitingForIt, long rawPrice) {
        WorkingOrder order = waitingForIt.triggeredBy(rawPrice);
        while (order != null) {
            waitingForIt.remove(order);
            trigger(order);
            market.come(order);
            settlement.settle();
            order = waitingForIt.triggeredBy(rawPrice);
        }
        follow(waitingForIt, rawPrice);
    }

    /** Lets trailing stops follow a price, once it has been matched. */
    void follow(Triggers trailing, long rawPrice) {
        if (trailing.isFollowing(rawPrice)) {
            trailing.follow(rawPrice, instrument.rawTick(), moved);
        }
    }

    private void reportMove(WorkingOrder order) {
        reports.repriced(order, market.now());
    }

    /** The first trade, the first quote or a book came. */
    void rehome() {
        prices.rehome(this::rest);
    }

    /** Lets an order wait for its trigger; a trailing stop tells its own as soon as it has one. */
    void rest(WorkingOrder order) {
        long before = order.rawTrigger;
        prices.rest(order);
        if (order.rawTrigger != before) {
            reportMove(order);
        }
    }

    /** Turns an order whose trigger was reached, and which rests no more, into what it becomes. */
    void trigger(WorkingOrder order) {
        if (order.isDone) {
            // Another of its group filled at this very event.
            return;
        }
        order.type = order.type.triggered();
        if (order.type == OrderType.MARKET) {
            return;
        }
        // As a limit order it is as new as any other.
        order.priority = market.nextPriority();
        if (order.trailing != null) {
            order.rawPrice =
                    TrailingPrices.rawLimit(order.trailing, order.isBuy, instrument.rawTick(), order.rawTrigger);
            executions.holdByLimit(order);
            reports.repriced(order, market.now());
        }
        reports.triggered(order.order, market.now());
    }

    /** Why a market order is filled whose trigger was jumped past, or that waited for a price after it was reached. */
    static FillReason gapReason(WorkingOrder order) {
        return order.asked.isIfTouched() ? FillReason.IF_TOUCHED_GAP : FillReason.STOP_GAP;
    }

    /** Why a market order is filled at its trigger. */
    static FillReason triggerReason(WorkingOrder order) {
        return order.asked.isIfTouched() ? FillReason.IF_TOUCHED_TRIGGER : FillReason.STOP_TRIGGER;
    }

    @Override
    public boolean hasTrades() {
        return market.observed().hasTrades();
    }

    @Override
    public boolean hasQuotes() {
        return market.observed().hasQuotes();
    }

    @Override
    public long rawLast() {
        return market.rawLast();
    }

    @Override
    public long rawQuoted(boolean isBuy) {
        return market.observed().rawQuoted(isBuy);
    }
}
