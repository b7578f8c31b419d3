package io.ttquant.core.matching;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;

/**
 * Matching on trades and quotes. With quotes, takers get the displayed quantity at the best price and the rest one tick worse; what they took is
 * gone until the next quote. With trades alone, takers get the last price. Another depth model than the default lays out what they get instead. Resting orders are met by prints beyond their price, of which all our orders
 * share the quantity, and by quotes that cross them.
 */
final class TickMatching implements ObservedMatching {
    private final SimulatedMarket market;
    private final Instrument instrument;
    private final SimulationConfig config;
    private final Executions executions;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final TouchDraw touch;
    private final SyntheticDepth depth;
    private boolean hasTrades;
    private boolean hasQuotes;
    private long rawLast;
    private long rawBid;
    private long rawBidLeft;
    private long rawAsk;
    private long rawAskLeft;

    TickMatching(
            SimulatedMarket market,
            Instrument instrument,
            SimulationConfig config,
            Executions executions,
            RestingOrders resting,
            Settlement settlement) {
        this.market = market;
        this.instrument = instrument;
        this.config = config;
        this.executions = executions;
        this.resting = resting;
        this.settlement = settlement;
        this.depth = market.depth();
        this.touch = new TouchDraw(config.fills(), config.seed());
    }

    @Override
    public boolean isActive() {
        return hasTrades || hasQuotes;
    }

    @Override
    public long rawOpposite(boolean isBuy) {
        long quoted = isBuy ? rawAsk : rawBid;
        return quoted > 0 ? quoted : hasQuotes ? 0 : rawLast;
    }

    /** The best ask, or the best bid; 0 if there is none. */
    @Override
    public long rawQuoted(boolean isAsk) {
        return isAsk ? rawAsk : rawBid;
    }

    @Override
    public boolean hasTrades() {
        return hasTrades;
    }

    @Override
    public boolean hasQuotes() {
        return hasQuotes;
    }

    /** The last trade; 0 if there was none. */
    @Override
    public long rawLast() {
        return rawLast;
    }

    @Override
    public void trade(long ts, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        rawLast = rawPrice;
        if (!hasTrades) {
            hasTrades = true;
            market.triggers.rehome();
        }
        if (depth.isUsed()) {
            depthTraded(ts, rawQuantity);
        }
        if (!market.waiting().isEmpty()) {
            releaseWaiting();
        }
        if (resting.isReachedBy(rawPrice, rawPrice)) {
            matchTrade(ts, rawPrice, rawQuantity, aggressor);
        }
        if (resting.last.isFollowing(rawPrice)) {
            market.triggers.follow(resting.last, rawPrice);
        }
    }

    private void depthTraded(long ts, long rawQuantity) {
        depth.traded(ts, rawLast, rawQuantity);
        if (!hasQuotes) {
            depth.renewed();
        }
    }

    private void matchTrade(long ts, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        long left = rawQuantity;
        if (aggressor != AggressorSide.BUYER) {
            left = meet(resting.buyLimits, ts, rawPrice, left);
        }
        if (aggressor != AggressorSide.SELLER) {
            meet(resting.sellLimits, ts, rawPrice, aggressor == AggressorSide.NONE ? left : rawQuantity);
        }
        settlement.settle();
        trigger(resting.last, rawPrice);
    }

    /** Fills resting orders that a print went through, or touched, in price and time priority; returns what is left of the print. */
    private long meet(Ladder ladder, long ts, long rawPrice, long rawQuantity) {
        long left = rawQuantity;
        int passed = 0;
        while (left > 0 && passed < ladder.size()) {
            WorkingOrder order = ladder.at(passed);
            boolean through = order.isBuy ? order.rawPrice > rawPrice : order.rawPrice < rawPrice;
            if (!through && (order.rawPrice != rawPrice || !touch.fills(order, ts))) {
                if (order.rawPrice != rawPrice) {
                    break;
                }
                passed++;
                continue;
            }
            long quantity = Math.min(left, order.rawOffered());
            FillReason reason = through ? FillReason.TRADED_THROUGH : FillReason.TRADE_AT_PRICE;
            long filled = executions.fill(order, order.rawPrice, quantity, LiquiditySide.MAKER, reason, ts);
            left -= filled;
            if (order.isDone) {
                ladder.remove(order);
            } else if (order.isTipGone()) {
                market.showNext(order);
            } else {
                passed++;
            }
        }
        return left;
    }

    private void trigger(Triggers waitingForIt, long rawPrice) {
        WorkingOrder order = waitingForIt.triggeredBy(rawPrice);
        while (order != null) {
            long triggeredAt = order.rawTrigger;
            waitingForIt.remove(order);
            market.triggers.trigger(order);
            executeTriggered(order, triggeredAt, rawPrice);
            settlement.settle();
            order = waitingForIt.triggeredBy(rawPrice);
        }
    }

    /** Executes a triggered order at the worse of the price that triggered it and the quote, which may be older. */
    private void executeTriggered(WorkingOrder order, long rawTrigger, long rawPrice) {
        long opposite = rawOpposite(order.isBuy);
        long worse = order.isBuy ? Math.max(opposite, rawPrice) : Math.min(opposite, rawPrice);
        long rawMarket = opposite > 0 ? worse : 0;
        if (order.type == OrderType.MARKET) {
            boolean isExact = rawMarket == rawTrigger;
            takeAll(
                    order,
                    rawMarket,
                    isExact ? TriggeredOrders.triggerReason(order) : TriggeredOrders.gapReason(order));
        } else {
            placeLimit(order, rawMarket);
        }
    }

    @Override
    public void quote(long ts, long bid, long bidQuantity, long ask, long askQuantity) {
        rawBid = bid;
        rawBidLeft = bidQuantity;
        rawAsk = ask;
        rawAskLeft = askQuantity;
        if (!hasQuotes) {
            hasQuotes = true;
            market.triggers.rehome();
        }
        if (depth.isUsed()) {
            depth.renewed();
        }
        if (!market.waiting().isEmpty()) {
            releaseWaiting();
        }
        if (ask > 0 && resting.buyLimits.rawFirst() >= ask) {
            rawAskLeft = crossedBy(resting.buyLimits, ts, ask, rawAskLeft);
            settlement.settle();
        }
        if (bid > 0 && resting.sellLimits.rawFirst() <= bid) {
            rawBidLeft = crossedBy(resting.sellLimits, ts, bid, rawBidLeft);
            settlement.settle();
        }
        if (resting.isQuoteAwaited()) {
            meetTriggers(resting.ask, ask);
            meetTriggers(resting.bid, bid);
        }
    }

    private long crossedBy(Ladder ladder, long ts, long rawQuoted, long rawQuantity) {
        long left = rawQuantity;
        WorkingOrder order = ladder.first();
        while (order != null && left > 0 && order.accepts(rawQuoted)) {
            long quantity = Math.min(left, order.rawOffered());
            boolean through = order.rawPrice != rawQuoted;
            FillReason reason = through ? FillReason.TRADED_THROUGH : FillReason.TOUCHED;
            left -= executions.fill(order, order.rawPrice, quantity, LiquiditySide.MAKER, reason, ts);
            if (order.isTipGone()) {
                market.showNext(order);
            } else if (order.isDone) {
                ladder.remove(order);
            } else {
                break;
            }
            order = ladder.first();
        }
        return left;
    }

    private void meetTriggers(Triggers waitingForIt, long rawQuoted) {
        if (rawQuoted > 0) {
            trigger(waitingForIt, rawQuoted);
            market.triggers.follow(waitingForIt, rawQuoted);
        }
    }

    private void releaseWaiting() {
        for (int n = market.waiting().size(); n > 0; n--) {
            WorkingOrder order = market.waiting().remove();
            if (order.isMarket()) {
                boolean wasStop = order.asked.hasTrigger();
                takeAll(order, rawOpposite(order.isBuy), wasStop ? FillReason.STOP_NEXT_TICK : FillReason.NEXT_TICK);
            } else {
                market.place(order);
            }
        }
        settlement.settle();
    }

    @Override
    public void place(WorkingOrder order) {
        if (order.isMarket()) {
            if (config.timing() == ExecutionTiming.NEXT_TICK && !order.asked.hasTrigger()) {
                market.waiting().add(order);
            } else {
                takeAll(order, rawOpposite(order.isBuy), FillReason.TOOK_BOOK);
            }
        } else {
            placeLimit(order, rawOpposite(order.isBuy));
        }
    }

    /** Who touches a price is not in line behind anyone. */
    @Override
    public void rested(WorkingOrder order) {
        // Nothing to do.
    }

    private void placeLimit(WorkingOrder order, long opposite) {
        if (opposite > 0 && order.accepts(opposite)) {
            if (order.isPostOnly) {
                market.refuseToTake(order, opposite);
                return;
            }
            if (depth.isUsed()) {
                takeDepth(order, opposite, FillReason.MARKETABLE_LIMIT, false);
                return;
            }
            long available = Math.min(order.rawLeaves(), displayed(order.isBuy));
            if (market.isKilled(order, available)) {
                return;
            }
            if (available > 0) {
                consume(
                        order.isBuy,
                        executions.take(order, opposite, available, FillReason.MARKETABLE_LIMIT, market.now()));
            }
        } else if (market.isKilled(order, 0)) {
            return;
        }
        market.restOrCancel(order);
    }

    /** Takes what is quoted, or the fallback where nothing is. */
    @Override
    public void liquidate(WorkingOrder order, long rawFallback) {
        long opposite = rawOpposite(order.isBuy);
        takeAll(order, opposite > 0 ? opposite : rawFallback, FillReason.LIQUIDATION);
    }

    private void takeAll(WorkingOrder order, long opposite, FillReason reason) {
        if (opposite <= 0) {
            market.waiting().add(order);
            return;
        }
        boolean becomesLimit = order.type == OrderType.MARKET_TO_LIMIT;
        if (becomesLimit) {
            order.becomeLimit(opposite);
        }
        if (depth.isUsed()) {
            takeDepth(order, opposite, reason, becomesLimit);
            return;
        }
        long displayed = displayed(order.isBuy);
        long first = Math.min(order.rawAsked(), displayed);
        if (order.isImmediate() && market.isKilled(order, first)) {
            return;
        }
        if (first > 0) {
            consume(order.isBuy, executions.take(order, opposite, first, reason, market.now()));
        }
        if (becomesLimit) {
            market.restAsLimit(order);
        } else if (!order.isDone && order.isImmediate()) {
            market.restOrCancel(order);
        } else if (!order.isDone) {
            long worse = order.isBuy
                    ? opposite + instrument.rawTick()
                    : Math.max(instrument.rawTick(), opposite - instrument.rawTick());
            executions.take(order, worse, order.rawAsked(), reason, market.now());
        }
    }

    private void takeDepth(WorkingOrder order, long opposite, FillReason reason, boolean becameLimit) {
        long shown = hasQuotes ? displayed(order.isBuy) : DepthQuery.UNKNOWN;
        if (order.timeInForce == TimeInForce.FOK
                && market.isKilled(order, depth.rawAvailable(order, opposite, shown, order.rawLeaves()))) {
            return;
        }
        depth.take(order, opposite, shown, order.rawAsked(), reason);
        if (becameLimit) {
            market.restAsLimit(order);
        } else {
            market.restOrCancel(order);
        }
    }

    private long displayed(boolean isBuy) {
        if (!hasQuotes) {
            return Long.MAX_VALUE;
        }
        return isBuy ? rawAskLeft : rawBidLeft;
    }

    private void consume(boolean isBuy, long rawQuantity) {
        if (isBuy) {
            rawAskLeft -= hasQuotes ? rawQuantity : 0;
        } else {
            rawBidLeft -= hasQuotes ? rawQuantity : 0;
        }
    }
}
