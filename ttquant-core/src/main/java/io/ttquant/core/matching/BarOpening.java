package io.ttquant.core.matching;

import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderType;
import org.jspecify.annotations.Nullable;

/** The open of a bar, to which the price jumps: what waited comes first, then what has a trigger, then the limit orders that it jumped past. */
final class BarOpening {
    private final BarMatching bars;
    private final SimulatedMarket market;
    private final Executions executions;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final BarVolume volume;
    private final SyntheticDepth depth;
    private long opens;

    BarOpening(
            BarMatching bars,
            SimulatedMarket market,
            Executions executions,
            RestingOrders resting,
            Settlement settlement,
            BarVolume volume) {
        this.bars = bars;
        this.market = market;
        this.executions = executions;
        this.resting = resting;
        this.settlement = settlement;
        this.volume = volume;
        this.depth = market.depth();
    }

    /** A bar begins. */
    void begin() {
        opens++;
    }

    /** The number of the next open. */
    long next() {
        return opens + 1;
    }

    /** Matches what the open meets. */
    void match(long tsOpen, long rawOpen) {
        if (!market.waiting().isEmpty()) {
            releaseWaiting(tsOpen, rawOpen);
        }
        if (resting.isReachedBy(rawOpen, rawOpen)) {
            gapStops(rawOpen);
            gapLimits(resting.buyLimits, rawOpen);
            gapLimits(resting.sellLimits, rawOpen);
        }
        market.triggers.follow(resting.last, rawOpen);
        market.margin.judge(rawOpen);
    }

    private void releaseWaiting(long tsOpen, long rawOpen) {
        WorkingOrder order = market.nextArrival(tsOpen);
        while (order != null) {
            market.waiting().remove(order);
            release(order, rawOpen);
            settlement.settle();
            order = market.nextArrival(tsOpen);
        }
    }

    private void release(WorkingOrder order, long rawOpen) {
        if (order.isMarket()) {
            boolean hadTrigger = order.asked.hasTrigger() && !order.isTriggeredByReference();
            bars.takeAll(order, hadTrigger ? TriggeredOrders.gapReason(order) : FillReason.NEXT_OPEN);
        } else if (order.type == OrderType.LIMIT) {
            bars.placeLimit(order, rawOpen);
        } else {
            market.triggers.rest(order);
        }
    }

    private void gapStops(long rawOpen) {
        WorkingOrder order = resting.last.triggeredBy(rawOpen);
        while (order != null) {
            resting.last.remove(order);
            market.triggers.trigger(order);
            if (order.type == OrderType.MARKET) {
                bars.takeAll(order, TriggeredOrders.gapReason(order));
            } else {
                bars.placeLimit(order, rawOpen);
            }
            settlement.settle();
            order = resting.last.triggeredBy(rawOpen);
        }
    }

    private void gapLimits(Ladder ladder, long rawOpen) {
        WorkingOrder order = firstGapped(ladder, rawOpen);
        while (order != null && volume.rawLeft() > 0) {
            ladder.remove(order);
            long quantity = Math.min(order.rawLeaves(), volume.rawLeft());
            volume.use(
                    isFirstOpenOf(order)
                            ? depth.takeOnBar(order, rawOpen, quantity, FillReason.MARKETABLE_LIMIT)
                            : executions.fill(
                                    order,
                                    rawOpen,
                                    quantity,
                                    LiquiditySide.MAKER,
                                    FillReason.LIMIT_AT_OPEN,
                                    market.now()));
            if (order.isTipGone()) {
                market.showNext(order);
            } else if (depth.isUsed()) {
                resting.addPassed(order);
            } else if (!order.isDone) {
                ladder.add(order);
            }
            settlement.settle();
            order = firstGapped(ladder, rawOpen);
        }
    }

    /** The first limit order that the open fills. One that the price had passed before was not jumped past by this open: the path fills it. */
    private @Nullable WorkingOrder firstGapped(Ladder ladder, long rawOpen) {
        for (int i = 0; i < ladder.size(); i++) {
            WorkingOrder order = ladder.at(i);
            if (!order.accepts(rawOpen)) {
                return null;
            }
            if (isFirstOpenOf(order) || (order.rawPrice != rawOpen && !order.wasPassed)) {
                return order;
            }
        }
        return null;
    }

    private boolean isFirstOpenOf(WorkingOrder order) {
        return order.marketableAtOpen == opens;
    }
}
