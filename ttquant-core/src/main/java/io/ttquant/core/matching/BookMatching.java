package io.ttquant.core.matching;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderType;
import io.ttquant.core.book.BookChange;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.BookView;
import io.ttquant.core.book.KeptBook;
import io.ttquant.core.book.L3Book;
import org.jspecify.annotations.Nullable;

/**
 * Matching against an order book and prints.
 *
 * <p>Takers walk the levels of the other side, one fill for each. What was taken from a level stays taken until the venue displays another quantity
 * there. A print takes what the book displays up to its price, unless the book is newer than the print, so that nobody takes what is gone
 * already while the update is still to come.
 *
 * <p>A resting order is filled by prints beyond its price, by prints at its price once they have used up the queue before it, and by a book whose
 * other side comes to its price. All our orders share a print's quantity once.
 *
 * <p>Where the book is by order and its executions name their orders, these fill resting orders instead of prints: an order of ours is filled by what is
 * executed at a worse price or behind it, as that quantity would have met ours first.
 *
 * <p>While the book is not served, since something was missed or it is crossed, nothing executes against it: arriving orders wait, and are placed
 * when it is served again. Prints still fill resting orders and trigger stops, as they happened whatever the book; queues keep the place they had.
 */
final class BookMatching implements ObservedMatching {
    private final SimulatedMarket market;
    private final Instrument instrument;
    private final SimulationConfig config;
    private final Executions executions;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final BookView book;
    private final BookOffers bids;
    private final BookOffers asks;
    private final TakerWalk walk;
    private final BookQueues queues;
    private final @Nullable TrueQueues trueQueues;
    private final Sweep buySweep = new Sweep();
    private final Sweep sellSweep = new Sweep();
    private boolean wasServed;
    private boolean hasTrades;
    private long rawLast;

    BookMatching(
            SimulatedMarket market,
            KeptBook kept,
            SimulationConfig config,
            Executions executions,
            RestingOrders resting,
            Settlement settlement) {
        this.market = market;
        this.book = kept.view();
        this.instrument = book.instrument();
        this.config = config;
        this.executions = executions;
        this.resting = resting;
        this.settlement = settlement;
        this.bids = new BookOffers(book, false);
        this.asks = new BookOffers(book, true);
        this.walk = new TakerWalk(instrument, config, executions);
        this.queues = new BookQueues(book, config.queue());
        this.trueQueues = kept instanceof L3Book byOrder ? new TrueQueues(byOrder) : null;
    }

    @Override
    public boolean isActive() {
        return true;
    }

    /** True if the book named the orders of its executions. */
    boolean hasTrueQueues() {
        return trueQueues != null && trueQueues.isUsed();
    }

    private BookOffers opposite(boolean isBuy) {
        return isBuy ? asks : bids;
    }

    @Override
    public long rawOpposite(boolean isBuy) {
        return opposite(isBuy).rawBest();
    }

    @Override
    public long rawQuoted(boolean isAsk) {
        return isAsk ? book.rawBestAsk() : book.rawBestBid();
    }

    @Override
    public long rawLast() {
        return rawLast;
    }

    @Override
    public boolean hasTrades() {
        return hasTrades;
    }

    @Override
    public boolean hasQuotes() {
        return true;
    }

    /** The book is the better source. */
    @Override
    public void quote(long ts, long bid, long bidQuantity, long ask, long askQuantity) {
        // Nothing to do.
    }

    /** The book changed; it shows the change already. */
    void changed(BookChange change, BookUpdate update) {
        if (!book.isServed()) {
            wasServed = false;
            return;
        }
        if (wasServed && change == BookChange.LEVELS) {
            levelsChanged(update);
        } else {
            renewed();
        }
        if (!market.waiting().isEmpty()) {
            releaseWaiting();
        }
        meetBook();
        if (resting.isQuoteAwaited()) {
            meetTriggers(resting.ask, true);
            meetTriggers(resting.bid, false);
        }
    }

    private void levelsChanged(BookUpdate update) {
        for (int i = 0, n = update.bids(); i < n; i++) {
            long price = update.rawBid(i);
            bids.changed(price, update.rawBidQuantity(i));
            if (resting.buyLimits.spans(price)) {
                queues.changed(resting.buyLimits, price, update.rawBidQuantity(i));
            }
        }
        for (int i = 0, n = update.asks(); i < n; i++) {
            long price = update.rawAsk(i);
            asks.changed(price, update.rawAskQuantity(i));
            if (resting.sellLimits.spans(price)) {
                queues.changed(resting.sellLimits, price, update.rawAskQuantity(i));
            }
        }
    }

    private void renewed() {
        wasServed = true;
        bids.renewed();
        asks.renewed();
        queues.renewed(resting.buyLimits);
        queues.renewed(resting.sellLimits);
        if (trueQueues != null) {
            trueQueues.renewed(resting.buyLimits);
            trueQueues.renewed(resting.sellLimits);
        }
    }

    private void meetBook() {
        long ask = book.rawBestAsk();
        if (ask > 0 && resting.buyLimits.rawFirst() >= ask) {
            crossedBy(resting.buyLimits, asks);
            settlement.settle();
        }
        long bid = book.rawBestBid();
        if (bid > 0 && resting.sellLimits.rawFirst() <= bid) {
            crossedBy(resting.sellLimits, bids);
            settlement.settle();
        }
    }

    /** Fills resting orders to whose price the other side of the book came, for as far as it has quantity there. */
    private void crossedBy(Ladder ladder, BookOffers offers) {
        WorkingOrder order = ladder.first();
        while (order != null) {
            long quantity = walk.rawAvailable(offers, order.isBuy, order.rawPrice, order.rawOffered());
            if (quantity == 0) {
                return;
            }
            walk.consume(offers, make(order, quantity, FillReason.BOOK_CROSSED));
            if (!isPast(ladder, order)) {
                return;
            }
            order = ladder.first();
        }
    }

    @Override
    public void trade(long ts, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        rawLast = rawPrice;
        if (!hasTrades) {
            hasTrades = true;
            market.triggers.rehome();
        }
        if (book.tsEvent() <= ts) {
            preconsume(rawPrice, rawQuantity, aggressor);
        }
        if (!market.waiting().isEmpty() && book.isServed()) {
            releaseWaiting();
        }
        if (trueQueues != null && trueQueues.isUsed()) {
            meetTriggers(rawPrice);
        } else if (resting.isReachedBy(rawPrice, rawPrice)) {
            matchTrade(rawPrice, rawQuantity, aggressor);
        }
        if (resting.last.isFollowing(rawPrice)) {
            market.triggers.follow(resting.last, rawPrice);
        }
    }

    /** An order of one side is executed at a price, of whose queue it had a place; an order of ours before it would have been executed first. */
    void executed(boolean isBuy, long rawPrice, long place, long rawQuantity) {
        if (trueQueues == null) {
            return;
        }
        trueQueues.use();
        Ladder ladder = isBuy ? resting.buyLimits : resting.sellLimits;
        sweep(isBuy).next(market.now());
        long left = meetBetter(ladder, rawPrice, rawQuantity);
        int at = ladder.indexOf(rawPrice);
        while (at < ladder.size()
                && ladder.at(at).rawPrice == rawPrice
                && ladder.at(at).inBook().place <= place) {
            WorkingOrder order = ladder.at(at);
            left -= make(order, sweep(isBuy).left(order, left), FillReason.TRADE_AT_PRICE);
            if (!isPast(ladder, order)) {
                at++;
            }
        }
    }

    private Sweep sweep(boolean isBuy) {
        return isBuy ? buySweep : sellSweep;
    }

    private void preconsume(long rawPrice, long rawQuantity, AggressorSide aggressor) {
        if (aggressor != AggressorSide.SELLER) {
            asks.printed(rawPrice, rawQuantity);
        }
        if (aggressor != AggressorSide.BUYER) {
            bids.printed(rawPrice, rawQuantity);
        }
    }

    private void matchTrade(long rawPrice, long rawQuantity, AggressorSide aggressor) {
        long left = rawQuantity;
        if (aggressor != AggressorSide.BUYER) {
            buySweep.next(market.now());
            left = meet(resting.buyLimits, rawPrice, left);
        }
        if (aggressor != AggressorSide.SELLER) {
            sellSweep.next(market.now());
            meet(resting.sellLimits, rawPrice, left);
        }
        settlement.settle();
        meetTriggers(rawPrice);
    }

    private void meetTriggers(long rawPrice) {
        WorkingOrder order = resting.last.triggeredBy(rawPrice);
        while (order != null) {
            trigger(resting.last, order, rawPrice);
            order = resting.last.triggeredBy(rawPrice);
        }
    }

    /** A print meets resting orders of one side: those that it passed, then those at its price. Returns what is left of it. */
    private long meet(Ladder ladder, long rawPrice, long rawQuantity) {
        return meetInQueue(ladder, rawPrice, rawQuantity, meetBetter(ladder, rawPrice, rawQuantity));
    }

    /** Fills the orders whose price a print or an execution passed. Returns what is left of it. */
    private long meetBetter(Ladder ladder, long rawPrice, long rawQuantity) {
        long left = rawQuantity;
        int at = 0;
        while (at < ladder.size()
                && ladder.at(at).rawPrice != rawPrice
                && ladder.at(at).accepts(rawPrice)) {
            WorkingOrder order = ladder.at(at);
            left -= make(order, sweep(order.isBuy).left(order, left), FillReason.TRADED_THROUGH);
            if (!isPast(ladder, order)) {
                at++;
            }
        }
        return left;
    }

    /** Of the orders at a print's price, those are filled whose turn it is; all of them move forward. */
    private long meetInQueue(Ladder ladder, long rawPrice, long rawQuantity, long rawLeft) {
        long left = rawLeft;
        int at = ladder.indexOf(rawPrice);
        // The next part of an order that shows only some of it comes after all that this print can reach.
        for (int n = ladder.countAt(at, rawPrice); n > 0; n--) {
            WorkingOrder order = ladder.at(at);
            long ours = rawQuantity - left;
            long reachedAlone = ours == 0 ? 0 : queues.rawReached(order, rawQuantity);
            long reached = Math.min(left, queues.traded(order, rawQuantity, ours));
            left -= make(order, sweep(order.isBuy).left(order, reached), FillReason.TRADE_AT_PRICE);
            sweep(order.isBuy).missed(order, ours - Math.max(0, reachedAlone - reached));
            if (!isPast(ladder, order)) {
                at++;
            }
        }
        return left;
    }

    /** True if an order is done, or its next part has gone to the end of the queue, so that the next one is met. */
    private boolean isPast(Ladder ladder, WorkingOrder order) {
        if (order.isTipGone()) {
            market.showNext(order);
            rested(order);
            return true;
        }
        if (order.isDone) {
            ladder.remove(order);
        }
        return order.isDone;
    }

    private long make(WorkingOrder order, long rawQuantity, FillReason reason) {
        long quantity = Math.min(rawQuantity, order.rawOffered());
        if (quantity == 0) {
            return 0;
        }
        long filled = executions.fill(order, order.rawPrice, quantity, LiquiditySide.MAKER, reason, market.now());
        sweep(order.isBuy).took(filled);
        return filled;
    }

    /** The best price of a side triggers what waits for it; each order that takes may change it. */
    private void meetTriggers(Triggers waitingForIt, boolean isAsk) {
        long price = rawQuoted(isAsk);
        WorkingOrder order = price > 0 ? waitingForIt.triggeredBy(price) : null;
        while (order != null) {
            trigger(waitingForIt, order, price);
            price = rawQuoted(isAsk);
            order = price > 0 ? waitingForIt.triggeredBy(price) : null;
        }
        if (price > 0) {
            market.triggers.follow(waitingForIt, price);
        }
    }

    private void trigger(Triggers waitingForIt, WorkingOrder order, long rawPrice) {
        boolean isExact = order.rawTrigger == rawPrice;
        waitingForIt.remove(order);
        market.triggers.trigger(order);
        if (order.type == OrderType.MARKET) {
            takeAll(order, isExact ? TriggeredOrders.triggerReason(order) : TriggeredOrders.gapReason(order));
        } else {
            placeLimit(order);
        }
        settlement.settle();
    }

    private void releaseWaiting() {
        for (int n = market.waiting().size(); n > 0; n--) {
            WorkingOrder order = market.waiting().remove();
            if (order.isMarket()) {
                boolean wasStop = order.asked.hasTrigger();
                takeAll(order, wasStop ? FillReason.STOP_NEXT_TICK : FillReason.NEXT_TICK);
            } else {
                market.place(order);
            }
        }
        settlement.settle();
    }

    @Override
    public void place(WorkingOrder order) {
        if (!order.isMarket()) {
            placeLimit(order);
        } else if (config.timing() == ExecutionTiming.NEXT_TICK && !order.asked.hasTrigger()) {
            market.waiting().add(order);
        } else {
            takeAll(order, FillReason.TOOK_BOOK);
        }
    }

    private void placeLimit(WorkingOrder order) {
        if (!book.isServed()) {
            market.waiting().add(order);
            return;
        }
        BookOffers offers = opposite(order.isBuy);
        long best = offers.rawBest();
        boolean isMarketable = best > 0 && order.accepts(best);
        if (isMarketable && order.isPostOnly) {
            market.refuseToTake(order, best);
            return;
        }
        long wanted = order.rawLeaves();
        long available = isMarketable ? walk.rawAvailable(offers, order.isBuy, order.rawPrice, wanted) : 0;
        if (market.isKilled(order, available)) {
            return;
        }
        if (available > 0) {
            walk.take(
                    order,
                    offers,
                    order.rawPrice,
                    Long.MAX_VALUE,
                    FillReason.MARKETABLE_LIMIT,
                    FillReason.WALKED_BOOK,
                    market.now());
        }
        market.restOrCancel(order);
    }

    private void takeAll(WorkingOrder order, FillReason reason) {
        BookOffers offers = opposite(order.isBuy);
        long best = offers.rawBest();
        if (best == 0) {
            market.waiting().add(order);
            return;
        }
        boolean becomesLimit = order.type == OrderType.MARKET_TO_LIMIT;
        if (becomesLimit) {
            order.becomeLimit(best);
        }
        long bound = becomesLimit ? best : walk.rawBound(order, best);
        if (market.isKilled(order, walk.rawAvailable(offers, order.isBuy, bound, order.rawLeaves()))) {
            return;
        }
        walk.take(order, offers, bound, Long.MAX_VALUE, reason, FillReason.WALKED_BOOK, market.now());
        if (becomesLimit) {
            market.restAsLimit(order);
        } else if (!order.isDone) {
            executions.cancel(order, walk.restText(order, bound, "the book"), market.now());
        }
    }

    @Override
    public void liquidate(WorkingOrder order, long rawFallback) {
        BookOffers offers = opposite(order.isBuy);
        if (offers.rawBest() > 0) {
            long bound = order.isBuy ? Long.MAX_VALUE : 1;
            walk.take(
                    order, offers, bound, Long.MAX_VALUE, FillReason.LIQUIDATION, FillReason.LIQUIDATION, market.now());
        }
        if (!order.isDone) {
            executions.take(order, rawFallback, order.rawLeaves(), FillReason.LIQUIDATION, market.now());
        }
    }

    @Override
    public void rested(WorkingOrder order) {
        queues.join(order);
        if (trueQueues != null) {
            trueQueues.join(order);
        }
    }
}
