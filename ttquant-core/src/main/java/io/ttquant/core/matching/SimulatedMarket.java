package io.ttquant.core.matching;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.Clock;
import io.ttquant.core.book.BookChange;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.KeptBook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The simulated market of one instrument. It is shown every event before strategies are.
 *
 * <p>As long as only bars are seen, they execute (of several series the one that {@link #executeBars} names, or else the shortest seen). From the first trade or quote on, those execute and
 * bars do not. Once it is given an order book, that and trades execute, and neither quotes nor bars do.
 */
public final class SimulatedMarket {
    private final Instrument instrument;
    private final SimulationConfig config;
    private final Executions executions;
    private final Reports reports;
    private final Clock clock;
    private final RestingOrders resting = new RestingOrders();
    private final ArrayDeque<WorkingOrder> waiting = new ArrayDeque<>();
    private ObservedMatching ticks;
    private @Nullable BookMatching book;
    private final SyntheticDepth depth;
    private final BarMatching bars;
    final TriggeredOrders triggers;
    final Admission admission;
    final Amendments amendments;
    final PathMargin margin = new PathMargin();
    private final Settlement settlement;
    private final LongSupplier nextPriority;
    private final List<WorkingOrder> ended = new ArrayList<>(2);
    private TradingStatus status = TradingStatus.TRADING;
    private String expired = "";
    private long lastArrivalNanos = Long.MIN_VALUE;

    SimulatedMarket(
            Instrument instrument,
            SimulationConfig config,
            Executions executions,
            Reports reports,
            Clock clock,
            Settlement settlement,
            LongSupplier nextPriority) {
        this.instrument = instrument;
        this.config = config;
        this.executions = executions;
        this.reports = reports;
        this.clock = clock;
        this.depth = new SyntheticDepth(this, instrument, config, executions);
        this.settlement = settlement;
        this.ticks = new TickMatching(this, instrument, config, executions, resting, this::settle);
        this.bars = new BarMatching(this, instrument, config, executions, resting, this::settle);
        this.triggers = new TriggeredOrders(this, instrument, resting, executions, reports, this::settle);
        this.admission = new Admission(this, config, executions, reports);
        this.amendments = new Amendments(this, executions, reports);
        this.nextPriority = nextPriority;
    }

    /**
     * Executes against an order book from now on.
     *
     * @param kept the book as the exchange has it; one by order also gives our resting orders their true place in the queue
     */
    public void executeBook(KeptBook kept) {
        leaveBars();
        book = new BookMatching(this, kept, config, executions, resting, this::settle);
        ticks = book;
        triggers.rehome();
    }

    /**
     * The book changed, and its view shows it. One that is not served fills nothing: arriving orders wait until it is served again.
     *
     * @param update the message of the change; its levels count if these are what changed
     * @throws IllegalStateException if it was not given a book
     */
    public void bookChanged(BookChange change, BookUpdate update) {
        requireBook().changed(change, update);
    }

    /**
     * An order of the book by order is executed. It is told before the book takes it; the print comes by {@link #trade} as well.
     *
     * @param place the order's place in its queue
     * @throws IllegalStateException if it was not given a book
     */
    public void bookExecuted(Side side, long rawPrice, long place, long rawQuantity) {
        requireBook().executed(side == Side.BUY, rawPrice, place, rawQuantity);
    }

    private BookMatching requireBook() {
        BookMatching matching = book;
        if (matching == null) {
            throw new IllegalStateException("the market of " + instrument + " has no book; call executeBook first");
        }
        return matching;
    }

    /** A trade between others. */
    public void trade(long tsEvent, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        leaveBars();
        ticks.trade(tsEvent, rawPrice, rawQuantity, aggressor);
    }

    /** The best bid and ask; a side that is empty has price 0. */
    public void quote(long tsEvent, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        leaveBars();
        ticks.quote(tsEvent, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
    }

    /** The mark price: it triggers the orders that wait for it, and fills none. */
    public void markPrice(long rawPrice) {
        triggers.mark(rawPrice);
    }

    /** The index price: it triggers the orders that wait for it, and fills none. */
    public void indexPrice(long rawPrice) {
        triggers.index(rawPrice);
    }

    /** Shows the next part of an order whose shown part is filled; it goes to the end of the queue at its price. */
    void showNext(WorkingOrder order) {
        Ladder ladder = resting.limits(order.isBuy);
        ladder.remove(order);
        order.rawShown = order.rawDisplay;
        order.priority = nextPriority();
        ladder.add(order);
    }

    private void leaveBars() {
        if (!ticks.isActive()) {
            bars.events().until(now());
        }
    }

    /** The first price of a bar, at the time it was traded. */
    public void barOpen(BarSpec spec, long tsOpen, long rawOpen) {
        if (!ticks.isActive()) {
            bars.open(spec, tsOpen, rawOpen);
        }
    }

    /** A closed bar. */
    public void bar(
            BarSpec spec,
            long tsOpen,
            long tsClose,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        if (!ticks.isActive()) {
            bars.bar(spec, tsOpen, tsClose, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        }
    }

    /**
     * Takes a whole bar that meets no order.
     *
     * @return false if an order waits or rests here, or depth is estimated from all bars, so that it must be shown from its open on; nothing was
     *     taken then
     */
    public boolean pass(BarSpec spec, long tsClose, long rawHigh, long rawLow, long rawClose, long rawVolume) {
        if (ticks.isActive()) {
            return true;
        }
        boolean isMet = !executions.isIdle() && (!waiting.isEmpty() || !resting.isEmpty());
        if (isMet || margin.mayBreach(rawLow, rawHigh) || depth.isUsed()) {
            return false;
        }
        bars.pass(spec, tsClose, rawClose, rawVolume);
        return true;
    }

    /** Adds the data against which orders executed here, or would have. */
    void addSources(Set<ExecutionSource> to) {
        if (bars.rawKnown() != 0) {
            to.add(ExecutionSource.BARS);
        }
        ExecutionSource.add(ticks, to);
    }

    /** Has the margin of positions judged along the path of bars. */
    public void watch(MarginWatch value) {
        margin.set(value);
    }

    /** Fills an order by which a position is liquidated. */
    void liquidate(WorkingOrder order, long rawPathPrice, long rawFallback) {
        executions.open(order);
        reports.accepted(order.order, now());
        if (ticks.isActive()) {
            ticks.liquidate(order, rawFallback);
        } else {
            long price = rawPathPrice != 0 ? rawPathPrice : bars.rawKnown() != 0 ? bars.rawKnown() : rawFallback;
            executions.take(order, price, order.rawLeaves(), FillReason.LIQUIDATION, now());
        }
    }

    /**
     * Refuses all orders from now on.
     *
     * @param why the refusal says so
     */
    public void expire(String why) {
        expired = why;
    }

    void settleExpired(WorkingOrder order, long rawPrice) {
        executions.open(order);
        reports.accepted(order.order, now());
        executions.settle(order, rawPrice, now());
    }

    /** Says which series of bars executes, before the first of them comes; bars of others are passed over. */
    public void executeBars(BarSpec spec) {
        bars.setExecuting(spec);
    }

    /** A change in whether the instrument trades. With its listing its orders end. */
    public void status(TradingStatus next) {
        status = next;
        if (next == TradingStatus.DELISTED) {
            List<WorkingOrder> open = new ArrayList<>(waiting);
            resting.addTo(open);
            open.sort(Comparator.comparingLong(order -> order.order.sequence()));
            for (WorkingOrder order : open) {
                if (!order.isDone) {
                    reports.canceled(order.order, instrument + " is DELISTED at the exchange", now());
                    remove(order);
                }
            }
            bars.events().until(now());
        }
    }

    /** The best bid that was seen; 0 if there is none. */
    public long rawBid() {
        return ticks.rawQuoted(false);
    }

    /** The best ask that was seen; 0 if there is none. */
    public long rawAsk() {
        return ticks.rawQuoted(true);
    }

    /** The last trade, or on bars the last price of their path; 0 if there is none. */
    public long rawLast() {
        return ticks.isActive() ? ticks.rawLast() : bars.rawKnown();
    }

    private void settle() {
        clearEnded();
        settlement.settle();
    }

    /** Ends an order because another of its group filled or ended. It is gone at once, and taken out where nobody walks through the orders. */
    void end(WorkingOrder order, String why) {
        executions.cancel(order, why, now());
        ended.add(order);
    }

    void reduce(WorkingOrder order, long rawLeaves) {
        executions.reduce(order, rawLeaves, now());
    }

    /** Takes out the orders that ended with their group. */
    void clearEnded() {
        if (!ended.isEmpty()) {
            for (WorkingOrder order : ended) {
                takeOut(order);
            }
            ended.clear();
        }
    }

    /** What takers find beyond the best price. */
    SyntheticDepth depth() {
        return depth;
    }

    /** Where the bar that executes stands. */
    public BarMoment barMoment() {
        if (ticks.isActive()) {
            return BarMoment.BETWEEN;
        }
        return bars.mustWait() ? BarMoment.INSIDE : bars.isAtOpen() ? BarMoment.AT_OPEN : BarMoment.BETWEEN;
    }

    ArrayDeque<WorkingOrder> waiting() {
        return waiting;
    }

    /** The first order that waits and that arrived at or before a time. */
    @Nullable
    WorkingOrder nextArrival(long toNanos) {
        WorkingOrder first = waiting.peek();
        return first != null && first.arrivalNanos <= toNanos ? first : null;
    }

    long now() {
        return clock.nanos();
    }

    /** An order meets the market from now on. */
    void come(WorkingOrder order) {
        order.arrivalNanos = now();
        lastArrivalNanos = now();
        place(order);
    }

    /** An amended order, which was taken out, meets the market again; one that waited goes on waiting. */
    void comeAgain(WorkingOrder order, boolean waits) {
        order.arrivalNanos = bars.events().nanos();
        lastArrivalNanos = Math.max(lastArrivalNanos, order.arrivalNanos);
        if (waits) {
            waiting.add(order);
        } else {
            place(order);
            clearEnded();
        }
    }

    /** A new place at the end of the queue. */
    long nextPriority() {
        return nextPriority.getAsLong();
    }

    ObservedMatching observed() {
        return ticks;
    }

    /** When the last order arrived or was amended. */
    long lastArrivalNanos() {
        return lastArrivalNanos;
    }

    /** Ends an order whose time is up; inside a bar, whose path is known once it has closed, the path does it. */
    void expire(WorkingOrder order) {
        if (mustDefer(order)) {
            bars.events().expire(order);
        } else {
            expireNow(order);
        }
    }

    /** True if what becomes of an order now is for the path of a bar to say. What waits for mark or index prices is on no path. */
    boolean mustDefer(WorkingOrder order) {
        return !ticks.isActive() && bars.mustDefer() && order.isMetByBars();
    }

    /** Keeps a command for the path of the bar. */
    void defer(WorkingOrder order, long priority, Runnable action) {
        bars.events().add(new PathCommand(now(), priority, order.isBuy, action));
    }

    /** No data come any more. What was kept for the path of a bar is done, and nothing is kept from now on. */
    void finish() {
        bars.end();
    }

    void expireNow(WorkingOrder order) {
        reports.expired(order.order, now());
        remove(order);
    }

    /** Why an order is not taken, nor amended, in the state in which the instrument is; empty if it is. */
    String refusal(WorkingOrder order) {
        if (!expired.isEmpty()) {
            return expired + "; trade a later contract";
        }
        boolean open = status == TradingStatus.TRADING || (status == TradingStatus.POST_ONLY && order.isPostOnly);
        return open ? "" : instrument + " is " + status + " at the exchange; wait until it trades";
    }

    /** False inside a bar, of which the price at this moment is known once it has closed. */
    boolean isPriceKnown() {
        return ticks.isActive() || !bars.mustWait();
    }

    /** Ends a post-only order, which rests nowhere, at a price at which it would take liquidity. */
    void refuseToTake(WorkingOrder order, long rawMarketPrice) {
        String why = OrderTexts.wouldTake(order, rawMarketPrice);
        if (order.rawFilled == 0) {
            executions.reject(order, RejectReason.POST_ONLY_WOULD_TAKE, why, now());
        } else {
            executions.cancel(order, why, now());
        }
    }

    /** True if an order at a price would take liquidity now, as far as that is known. */
    boolean wouldTake(WorkingOrder order, long rawPrice) {
        long known = rawKnown(order.isBuy);
        return known > 0 && (order.isBuy ? known <= rawPrice : known >= rawPrice);
    }

    /** True if the price is at an order's trigger already, or beyond. */
    boolean isPassed(WorkingOrder order) {
        long known = triggers.rawPrice(order);
        return known > 0 && order.isTriggeredBy(known);
    }

    /** The price at which an order of this side would take liquidity, as far as it is known; 0 if it is not. */
    long rawKnown(boolean isBuy) {
        return ticks.isActive() ? ticks.rawOpposite(isBuy) : bars.rawKnown();
    }

    /** Takes an order that has just arrived, or that could not be judged before now. */
    void place(WorkingOrder order) {
        if (order.isDone) {
            return;
        }
        if (order.type.hasTrigger()) {
            placeStop(order);
        } else if (ticks.isActive()) {
            ticks.place(order);
        } else {
            bars.place(order);
        }
    }

    private void placeStop(WorkingOrder order) {
        if (!ticks.isActive() && bars.mustWait() && order.isMetByBars()) {
            waiting.add(order);
        } else if (isPassed(order)) {
            triggers.trigger(order);
            place(order);
        } else {
            triggers.rest(order);
        }
    }

    /** Rests what is left of a market-to-limit order, and tells at which price. */
    void restAsLimit(WorkingOrder order) {
        if (!order.isDone) {
            executions.holdByLimit(order);
            reports.repriced(order, now());
        }
        restOrCancel(order);
    }

    /** Rests what is left of a limit order, or cancels it if it may not rest. */
    void restOrCancel(WorkingOrder order) {
        if (order.isDone) {
            return;
        }
        if (order.isImmediate()) {
            executions.cancel(
                    order, order.timeInForce + " order: what could not be filled at once is cancelled", now());
        } else {
            resting.limits(order.isBuy).add(order);
            ticks.rested(order);
        }
    }

    /** True if a fill-or-kill order had to be killed because less than all of it can be filled. */
    boolean isKilled(WorkingOrder order, long rawAvailable) {
        long possible = executions.rawAllowed(order, rawAvailable);
        if (order.timeInForce != TimeInForce.FOK || possible >= order.rawLeaves()) {
            return false;
        }
        executions.cancel(order, OrderTexts.killed(order, possible), now());
        return true;
    }

    void remove(WorkingOrder order) {
        executions.done(order);
        takeOut(order);
        clearEnded();
    }

    /** Takes an order out from where it stands; true if it waited. */
    boolean takeOut(WorkingOrder order) {
        boolean waited = waiting.remove(order);
        if (!waited && !bars.takeOut(order)) {
            resting.remove(order);
        }
        return waited;
    }
}
