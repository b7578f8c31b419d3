package io.ttquant.core.matching;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matching on bars: at the open, then along the assumed path. A bar's open happens at its start, the rest when it closes; an order that arrives in
 * between joins the path at its own time, and one that expires, is cancelled or is amended in between leaves it then.
 *
 * <p>Where opens are not announced, nobody knows that a bar has begun until it has closed: orders that arrived meanwhile are taken to where they
 * join its path, and what else happened after the last close is kept for it. That opens are not announced shows at the first bar that comes
 * without one.
 */
final class BarMatching {
    private static final long NOT_OPEN = Long.MIN_VALUE;

    private final SimulatedMarket market;
    private final SimulationConfig config;
    private final Executions executions;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final TouchDraw touch;
    private final LegPrices path;
    private final BarVolume volume;
    private final SyntheticDepth depth;
    private final PathEvents events;
    private final BarOpening opening;
    private final List<WorkingOrder> unfilled = new ArrayList<>();
    private @Nullable BarSpec executing;
    private long executingStep = Long.MAX_VALUE;
    private long openNanos = NOT_OPEN;
    private long closeNanos = NOT_OPEN;
    private boolean isWalking;
    private boolean isUnannounced;
    private boolean isOpening;
    private boolean isEnded;
    private long rawCurrent;

    BarMatching(
            SimulatedMarket market,
            Instrument instrument,
            SimulationConfig config,
            Executions executions,
            RestingOrders resting,
            Settlement settlement) {
        this.market = market;
        this.config = config;
        this.executions = executions;
        this.resting = resting;
        this.settlement = settlement;
        this.depth = market.depth();
        this.touch = new TouchDraw(config.fills(), config.seed());
        this.path = new LegPrices(instrument.rawTick());
        this.volume = new BarVolume(instrument, config.participation());
        this.events = new PathEvents(market);
        this.opening = new BarOpening(this, market, executions, resting, settlement, volume);
    }

    /** The last price known: the current point of the path, or the last close; 0 if there is none. */
    long rawKnown() {
        return rawCurrent;
    }

    /**
     * True if a bar is open and we are strictly inside it, so that an arriving order must wait for its place on the path. Where our share of a bar's
     * volume is limited, it is known only once the bar has closed: then what happens at its open is settled there too.
     */
    boolean mustWait() {
        return !isWalking
                && openNanos != NOT_OPEN
                && !isOpeningNow()
                && (market.now() > openNanos || (volume.isLimited && market.now() == openNanos));
    }

    /** True if what ends or changes an order now happens somewhere on the path of a bar that has not closed, so that it must wait for its place there. */
    boolean mustDefer() {
        return !isEnded && !isOpening && (mustWait() || mayHaveBegun());
    }

    private boolean mayHaveBegun() {
        return isUnannounced && !isWalking && openNanos == NOT_OPEN && market.now() > closeNanos;
    }

    boolean isAtOpen() {
        return openNanos != NOT_OPEN && (market.now() == openNanos || isOpeningNow());
    }

    /** True while what an open causes happens that was not announced: all of the bar's path is still to come. */
    private boolean isOpeningNow() {
        return isOpening && !volume.isLimited;
    }

    private boolean isAtClose() {
        return openNanos == NOT_OPEN && market.now() == closeNanos;
    }

    /** The only series that executes from now on. */
    void setExecuting(BarSpec spec) {
        executing = spec;
    }

    private boolean executes(BarSpec spec) {
        if (executing != null) {
            return spec.equals(executing);
        }
        if (spec.step() < executingStep) {
            executingStep = spec.step();
            openNanos = NOT_OPEN;
        }
        return spec.step() == executingStep;
    }

    void open(BarSpec spec, long tsOpen, long rawOpen) {
        if (executes(spec)) {
            isUnannounced = false;
            catchUp(tsOpen);
            start(tsOpen, rawOpen);
        }
    }

    /** What happened between the bars, or inside one that never closed, has happened before the next open. */
    private void catchUp(long tsOpen) {
        openNanos = NOT_OPEN;
        if (!events.isEmpty()) {
            events.until(tsOpen);
        }
    }

    /** No bar comes any more: what waits for a path happens now. */
    void end() {
        events.until(market.now());
        isEnded = true;
    }

    /** A bar without orders: only where it ended is of interest. */
    void pass(BarSpec spec, long tsClose, long rawClose, long rawVolume) {
        if (executes(spec)) {
            volume.set(rawVolume);
            rawCurrent = rawClose;
            openNanos = NOT_OPEN;
            closeNanos = tsClose;
        }
    }

    private void start(long tsOpen, long rawOpen) {
        openNanos = tsOpen;
        opening.begin();
        rawCurrent = rawOpen;
        volume.begin();
        depth.renewed();
        if (!volume.isLimited) {
            opening.match(tsOpen, rawOpen);
        }
    }

    void place(WorkingOrder order) {
        if (mustWait()) {
            market.waiting().add(order);
        } else if (order.isMarket()) {
            placeMarket(order);
        } else if (isWalking || isAtOpen() || (isAtClose() && config.timing() == ExecutionTiming.CURRENT_CLOSE)) {
            placeLimit(order, rawCurrent);
        } else if (order.isImmediate()) {
            market.waiting().add(order);
        } else if (order.isPostOnly && rawCurrent > 0 && order.accepts(rawCurrent)) {
            // Triggered between bars; at the open it would be the taker that it must not be.
            market.refuseToTake(order, rawCurrent);
        } else {
            order.wasPassed = false;
            order.marketableAtOpen = rawCurrent > 0 && order.accepts(rawCurrent) ? opening.next() : 0;
            resting.limits(order.isBuy).add(order);
        }
    }

    private void placeMarket(WorkingOrder order) {
        if (isWalking) {
            takeAll(order, FillReason.BAR_PATH);
        } else if (isAtOpen()) {
            takeAll(order, FillReason.NEXT_OPEN);
        } else if (isAtClose() && config.timing() == ExecutionTiming.CURRENT_CLOSE) {
            takeAll(order, FillReason.CURRENT_CLOSE);
        } else {
            market.waiting().add(order);
        }
    }

    /** Executes a market order at the current price; what our share of the volume is too small for waits for the next open. */
    void takeAll(WorkingOrder order, FillReason reason) {
        boolean becomesLimit = order.type == OrderType.MARKET_TO_LIMIT;
        if (becomesLimit) {
            order.becomeLimit(rawCurrent);
        }
        if (!take(order, rawCurrent, reason) || order.isDone) {
            return;
        }
        if (becomesLimit) {
            market.restAsLimit(order);
        } else if (order.isImmediate()) {
            market.restOrCancel(order);
        } else if (isWalking) {
            unfilled.add(order);
        } else {
            market.waiting().add(order);
        }
    }

    /** Takes what the volume allows; false if the order was killed instead. */
    private boolean take(WorkingOrder order, long rawPrice, FillReason reason) {
        long quantity = Math.min(order.rawAsked(), volume.rawLeft());
        if (order.timeInForce == TimeInForce.FOK
                && market.isKilled(order, depth.rawAvailableOnBar(order, rawPrice, quantity))) {
            return false;
        }
        if (quantity > 0) {
            volume.use(depth.takeOnBar(order, rawPrice, quantity, reason));
        }
        return true;
    }

    /** Takes at a price what a limit order accepts there, and rests the rest of it. */
    void placeLimit(WorkingOrder order, long rawPrice) {
        order.wasPassed = false;
        if (order.accepts(rawPrice)) {
            if (order.isPostOnly) {
                market.refuseToTake(order, rawPrice);
                return;
            }
            if (!take(order, rawPrice, FillReason.MARKETABLE_LIMIT)) {
                return;
            }
            order.wasPassed = depth.isUsed() && !order.isDone;
        } else if (market.isKilled(order, 0)) {
            return;
        }
        market.restOrCancel(order);
    }

    void bar(
            BarSpec spec,
            long tsOpen,
            long tsClose,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        if (!executes(spec)) {
            return;
        }
        if (openNanos != tsOpen) {
            isUnannounced = true;
            catchUp(tsOpen);
            if (market.lastArrivalNanos() > tsOpen) {
                resting.sendBack(market.waiting(), tsOpen);
            }
            // What the open causes is at the open, though the bar has closed by now.
            isOpening = true;
            start(tsOpen, rawOpen);
            settlement.settle();
            isOpening = false;
        }
        volume.set(rawVolume);
        if (isMet(rawLow, rawHigh)) {
            walk(tsOpen, tsClose, rawOpen, rawHigh, rawLow, rawClose);
        }
        rawCurrent = rawClose;
        openNanos = NOT_OPEN;
        closeNanos = tsClose;
        depth.closed(tsClose, rawClose, rawVolume);
    }

    private boolean isMet(long rawLow, long rawHigh) {
        return resting.isReachedBy(rawLow, rawHigh)
                || resting.last.hasTrailing()
                || !market.waiting().isEmpty()
                || market.margin.mustWalk(rawLow, rawHigh)
                || !events.isEmpty();
    }

    /** What happens to orders when the path comes to their time. */
    PathEvents events() {
        return events;
    }

    private void walk(long tsOpen, long tsClose, long rawOpen, long rawHigh, long rawLow, long rawClose) {
        isWalking = true;
        rawCurrent = rawOpen;
        if (volume.isLimited) {
            opening.match(tsOpen, rawOpen);
        }
        fillPassed(resting.buyLimits, false);
        fillPassed(resting.sellLimits, true);
        boolean highFirst = config.path().isHighFirst(rawOpen, rawHigh, rawLow);
        long third = (tsClose - tsOpen) / 3;
        leg(tsOpen, tsOpen + third, rawOpen, highFirst ? rawHigh : rawLow);
        leg(tsOpen + third, tsOpen + 2 * third, highFirst ? rawHigh : rawLow, highFirst ? rawLow : rawHigh);
        leg(tsOpen + 2 * third, tsClose, highFirst ? rawLow : rawHigh, rawClose);
        isWalking = false;
        unfilled.removeIf(order -> order.isDone);
        market.waiting().addAll(unfilled);
        unfilled.clear();
        if (volume.rawLeft() == 0) {
            resting.buyLimits.markPassed(rawLow);
            resting.sellLimits.markPassed(rawHigh);
        }
    }

    /** Goes on with orders that lie behind the price since volume ran out, each at its own price. */
    private void fillPassed(Ladder limits, boolean up) {
        WorkingOrder order = limits.first();
        while (order != null && volume.rawLeft() > 0 && order.rawPrice != rawCurrent && order.accepts(rawCurrent)) {
            fillOnTheWay(limits, order, rawCurrent, up);
            settlement.settle();
            order = limits.first();
        }
    }

    /** One straight leg of the path, cut where orders arrive, change and end. */
    private void leg(long fromNanos, long toNanos, long rawFrom, long rawTo) {
        PathEvents.Kind kind = events.next(toNanos);
        while (kind != PathEvents.Kind.NOTHING) {
            switch (kind) {
                case EXPIRY -> {
                    moveTo(path.lastBefore(
                            events.expiry().expiryNanos, fromNanos, toNanos, rawFrom, rawTo, rawCurrent));
                    events.runExpiry();
                }
                case COMMAND -> {
                    PathCommand command = events.command();
                    moveTo(path.lastBefore(command.nanos(), fromNanos, toNanos, rawFrom, rawTo, rawCurrent));
                    long rawBefore = rawCurrent;
                    rawCurrent = path.at(command.nanos(), command.isBuy(), fromNanos, toNanos, rawFrom, rawTo);
                    events.runCommand();
                    rawCurrent = path.reached(command.nanos(), fromNanos, toNanos, rawFrom, rawTo, rawBefore);
                    settlement.settle();
                    // What lies at this very price comes after all commands of this time.
                    rawCurrent = rawBefore;
                }
                default -> {
                    WorkingOrder arrival = market.waiting().remove();
                    long rawReached =
                            path.reached(arrival.arrivalNanos, fromNanos, toNanos, rawFrom, rawTo, rawCurrent);
                    moveTo(rawReached);
                    rawCurrent = path.at(arrival.arrivalNanos, arrival.isBuy, fromNanos, toNanos, rawFrom, rawTo);
                    join(arrival);
                    rawCurrent = rawReached;
                }
            }
            settlement.settle();
            kind = events.next(toNanos);
        }
        moveTo(rawTo);
    }

    private void join(WorkingOrder order) {
        if (order.isDone) {
            return;
        }
        if (order.type.hasTrigger() && !order.isTriggeredBy(rawCurrent)) {
            market.triggers.rest(order);
            return;
        }
        if (order.type.hasTrigger()) {
            market.triggers.trigger(order);
        }
        place(order);
    }

    /** Takes out an order that ran out of volume on this path; false if it did not. */
    boolean takeOut(WorkingOrder order) {
        return unfilled.remove(order);
    }

    /** Moves the price without jumps, meeting orders in the order in which they lie on the way. */
    private void moveTo(long rawTo) {
        boolean up = rawTo >= rawCurrent;
        boolean isMoving = rawTo != rawCurrent;
        long breach = market.margin.rawBreach(rawCurrent, rawTo);
        while (true) {
            long next = breach == 0 ? rawTo : breach;
            if (up
                    ? meetNext(resting.last.firstRising(), resting.sellLimits, next, true)
                    : meetNext(resting.last.firstFalling(), resting.buyLimits, next, false)) {
                settlement.settle();
                breach = market.margin.rawBreach(rawCurrent, rawTo);
                continue;
            }
            rawCurrent = next;
            // On its way up a price triggers no stop that follows it up, so only where it stops matters; and down
            // likewise.
            if (isMoving) {
                market.triggers.follow(resting.last, next);
            }
            if (breach == 0) {
                return;
            }
            market.margin.liquidateAt(breach);
            breach = 0;
        }
    }

    /** Meets the next order before {@code rawTo}; a trigger before a limit at the same price, since that is worse for the trader. */
    private boolean meetNext(@Nullable WorkingOrder trigger, Ladder limits, long rawTo, boolean up) {
        WorkingOrder limit = firstLimit(limits, rawTo, up);
        boolean isMet = trigger != null && (up ? trigger.rawTrigger <= rawTo : trigger.rawTrigger >= rawTo);
        if (isMet
                && trigger != null
                && (limit == null
                        || (up ? trigger.rawTrigger <= limit.rawPrice : trigger.rawTrigger >= limit.rawPrice))) {
            resting.last.remove(trigger);
            advance(trigger.rawTrigger, up);
            triggerOnTheWay(trigger);
            return true;
        }
        return limit != null && fillOnTheWay(limits, limit, rawTo, up);
    }

    private void advance(long rawPrice, boolean up) {
        rawCurrent = up ? Math.max(rawCurrent, rawPrice) : Math.min(rawCurrent, rawPrice);
    }

    private void triggerOnTheWay(WorkingOrder order) {
        market.triggers.trigger(order);
        if (order.type == OrderType.MARKET) {
            takeAll(order, TriggeredOrders.triggerReason(order));
        } else {
            placeLimit(order, rawCurrent);
        }
    }

    private @Nullable WorkingOrder firstLimit(Ladder limits, long rawTo, boolean up) {
        for (int i = 0; i < limits.size() && volume.rawLeft() > 0; i++) {
            WorkingOrder order = limits.at(i);
            boolean through = up ? order.rawPrice < rawTo : order.rawPrice > rawTo;
            boolean touched = order.rawPrice == rawTo && touch.isPossible() && touch.fills(order, market.now());
            if (through || touched) {
                return order;
            }
            if (order.rawPrice != rawTo) {
                return null;
            }
        }
        return null;
    }

    private boolean fillOnTheWay(Ladder limits, WorkingOrder order, long rawTo, boolean up) {
        advance(order.rawPrice, up);
        // With any volume to be had, parts that are shown one after the other are filled one after the other at this
        // price.
        long quantity = volume.isLimited ? Math.min(order.rawOffered(), volume.rawLeft()) : order.rawLeaves();
        FillReason reason = TouchDraw.reason(order.rawPrice != rawTo);
        limits.remove(order);
        long filled = executions.fill(order, order.rawPrice, quantity, LiquiditySide.MAKER, reason, market.now());
        volume.use(filled);
        if (order.isTipGone()) {
            market.showNext(order);
        } else if (!order.isDone) {
            limits.add(order);
        }
        return true;
    }
}
