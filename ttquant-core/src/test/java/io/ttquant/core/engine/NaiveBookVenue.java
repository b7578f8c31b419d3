package io.ttquant.core.engine;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.core.matching.ExecutionTiming;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The naive venue on an order book and prints: maps of decimals, and a walk over all levels for everything. */
final class NaiveBookVenue extends NaiveVenue {
    /** What a level displays or, of those taken from, what it displayed when that happened and what was taken. */
    private record Taken(BigDecimal displayed, BigDecimal taken) {}

    /** Which level a message sets, and to what. */
    record Level(boolean isBid, BigDecimal price, BigDecimal quantity) {}

    final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>();
    final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private final Map<BigDecimal, Taken> takenBids = new HashMap<>();
    private final Map<BigDecimal, Taken> takenAsks = new HashMap<>();
    private final Map<NaiveOrder, BigDecimal> ahead = new HashMap<>();
    private final int protectionTicks;
    private boolean isInStep;
    private boolean wasServed;
    private boolean hasTrades;
    private BigDecimal last = NONE;
    private long bookTime;

    NaiveBookVenue(NaiveRules rules, int protectionTicks) {
        super(rules);
        this.protectionTicks = protectionTicks;
    }

    boolean isServed() {
        boolean isCrossed = !bids.isEmpty() && !asks.isEmpty() && bids.lastKey().compareTo(asks.firstKey()) >= 0;
        return isInStep && !isCrossed;
    }

    boolean needsSnapshot() {
        return !isInStep;
    }

    // The other side as a taker finds it.

    private TreeMap<BigDecimal, BigDecimal> side(boolean isBid) {
        return isBid ? bids : asks;
    }

    /** Prices of one side, the best first; none if the book is not served. */
    private List<BigDecimal> prices(boolean isBid) {
        if (!isServed()) {
            return List.of();
        }
        return new ArrayList<>(isBid ? bids.descendingKeySet() : asks.keySet());
    }

    private BigDecimal left(boolean isBid, BigDecimal price) {
        Taken taken = (isBid ? takenBids : takenAsks).get(price);
        BigDecimal displayed = side(isBid).get(price);
        return taken == null ? displayed : displayed.subtract(taken.taken);
    }

    private void take(boolean isBid, BigDecimal price, BigDecimal quantity) {
        BigDecimal displayed = side(isBid).get(price);
        Map<BigDecimal, Taken> map = isBid ? takenBids : takenAsks;
        Taken before = map.getOrDefault(price, new Taken(displayed, NONE));
        map.put(price, new Taken(displayed, before.taken.add(quantity).min(displayed)));
    }

    @Override
    BigDecimal opposite(boolean isBuy) {
        for (BigDecimal price : prices(!isBuy)) {
            if (left(!isBuy, price).signum() > 0) {
                return price;
            }
        }
        return NONE;
    }

    @Override
    BigDecimal triggering(NaiveOrder order) {
        return isByBook(order) ? shown(order.isBuy) : last;
    }

    private boolean isByBook(NaiveOrder order) {
        return order.source == TriggerSource.BID_ASK || (order.source == TriggerSource.DEFAULT && !hasTrades);
    }

    private BigDecimal shown(boolean isBuy) {
        List<BigDecimal> shown = prices(!isBuy);
        return shown.isEmpty() ? NONE : shown.get(0);
    }

    private static boolean isBeyond(boolean isBuy, BigDecimal price, BigDecimal bound) {
        return isBuy ? price.compareTo(bound) > 0 : price.compareTo(bound) < 0;
    }

    private BigDecimal available(boolean isBuy, BigDecimal bound) {
        BigDecimal sum = NONE;
        for (BigDecimal price : prices(!isBuy)) {
            sum = isBeyond(isBuy, price, bound) ? sum : sum.add(left(!isBuy, price));
        }
        return sum;
    }

    private void walk(NaiveOrder order, BigDecimal bound, FillReason first) {
        FillReason reason = first;
        for (BigDecimal price : prices(!order.isBuy)) {
            BigDecimal quantity = left(!order.isBuy, price).min(order.leaves());
            if (order.isAtVenue && !isBeyond(order.isBuy, price, bound) && quantity.signum() > 0) {
                take(!order.isBuy, price, takeAt(order, price, quantity, reason));
                reason = FillReason.WALKED_BOOK;
            }
        }
    }

    // What the venue publishes.

    void lost() {
        bids.clear();
        asks.clear();
        isInStep = false;
        wasServed = false;
    }

    void message(long ts, boolean isSnapshot, List<Level> levels) {
        if (!isSnapshot && !isInStep) {
            return;
        }
        if (isSnapshot) {
            bids.clear();
            asks.clear();
            isInStep = true;
        }
        for (Level level : levels) {
            if (level.quantity.signum() == 0) {
                side(level.isBid).remove(level.price);
            } else {
                side(level.isBid).put(level.price, level.quantity);
            }
        }
        bookTime = ts;
        if (!isServed()) {
            wasServed = false;
            return;
        }
        if (isSnapshot || !wasServed) {
            allChanged();
        } else {
            levels.forEach(level -> changed(level.isBid, level.price));
        }
        wasServed = true;
        releaseWaiting();
        cross(true);
        cross(false);
        triggerByBook(true);
        triggerByBook(false);
    }

    private void allChanged() {
        for (boolean isBid : new boolean[] {true, false}) {
            List.copyOf((isBid ? takenBids : takenAsks).keySet()).forEach(price -> forgetTaken(isBid, price));
            limits(isBid).stream().filter(this::isShown).forEach(this::moveInQueue);
        }
    }

    private void changed(boolean isBid, BigDecimal price) {
        forgetTaken(isBid, price);
        limits(isBid).stream().filter(o -> o.price.compareTo(price) == 0).forEach(this::moveInQueue);
    }

    private void forgetTaken(boolean isBid, BigDecimal price) {
        Map<BigDecimal, Taken> map = isBid ? takenBids : takenAsks;
        Taken taken = map.get(price);
        if (taken != null && taken.displayed.compareTo(side(isBid).getOrDefault(price, NONE)) != 0) {
            map.remove(price);
        }
    }

    // Queues.

    @Override
    void rest(NaiveOrder order) {
        super.rest(order);
        ahead.remove(order);
        if (order.isLimit()) {
            join(order);
        }
    }

    /** The next part of an iceberg joins the queue anew. */
    @Override
    void shownAnew(NaiveOrder order) {
        ahead.remove(order);
        join(order);
    }

    private boolean isShown(NaiveOrder order) {
        List<BigDecimal> shown = prices(order.isBuy);
        return !shown.isEmpty() && !isBeyond(!order.isBuy, order.price, shown.get(shown.size() - 1));
    }

    private void join(NaiveOrder order) {
        if (isShown(order)) {
            ahead.put(order, side(order.isBuy).getOrDefault(order.price, NONE));
        }
    }

    private void moveInQueue(NaiveOrder order) {
        if (ahead.containsKey(order)) {
            ahead.merge(order, side(order.isBuy).getOrDefault(order.price, NONE), BigDecimal::min);
        } else {
            join(order);
        }
    }

    /** What a print at an order's price reaches of it, once all that was ahead is used up. */
    private BigDecimal reached(NaiveOrder order, BigDecimal quantity) {
        if (!ahead.containsKey(order)) {
            join(order);
        }
        if (!ahead.containsKey(order)) {
            return NONE;
        }
        BigDecimal rest = ahead.get(order).subtract(quantity);
        ahead.put(order, rest.max(NONE));
        return rest.negate().max(NONE);
    }

    // Matching.

    private void cross(boolean isBuy) {
        while (true) {
            NaiveOrder order = limits(isBuy).stream().findFirst().orElse(null);
            BigDecimal quantity =
                    order == null ? NONE : available(isBuy, order.price).min(order.offered());
            if (order == null || quantity.signum() == 0) {
                return;
            }
            {
                BigDecimal rest = makeAt(order, order.price, quantity, FillReason.BOOK_CROSSED);
                for (BigDecimal price : prices(!isBuy)) {
                    BigDecimal part = left(!isBuy, price).min(rest);
                    take(!isBuy, price, part);
                    rest = rest.subtract(part);
                }
            }
        }
    }

    void trade(long ts, BigDecimal price, BigDecimal quantity, AggressorSide aggressor) {
        boolean isFirst = !hasTrades;
        hasTrades = true;
        last = price;
        if (isFirst) {
            orders.stream()
                    .filter(o -> o.isResting && o.isStop() && !o.isByReference())
                    .forEach(super::rest);
        }
        for (boolean isBid : new boolean[] {false, true}) {
            boolean isHit = aggressor != (isBid ? AggressorSide.BUYER : AggressorSide.SELLER);
            for (BigDecimal level : prices(isBid)) {
                if (isHit && bookTime <= ts && !isBeyond(!isBid, level, price)) {
                    take(
                            isBid,
                            level,
                            level.compareTo(price) == 0 ? quantity : side(isBid).get(level));
                }
            }
        }
        if (isServed()) {
            releaseWaiting();
        }
        BigDecimal left = quantity;
        if (aggressor != AggressorSide.BUYER) {
            left = meet(true, price, left);
        }
        if (aggressor != AggressorSide.SELLER) {
            meet(false, price, left);
        }
        NaiveOrder order = triggeredBy(o -> !o.isByReference() && !isByBook(o), price);
        while (order != null) {
            trigger(order, price);
            order = triggeredBy(o -> !o.isByReference() && !isByBook(o), price);
        }
        follow(o -> !o.isByReference() && !isByBook(o), price);
    }

    private BigDecimal meet(boolean isBuy, BigDecimal price, BigDecimal quantity) {
        BigDecimal left = quantity;
        NaiveOrder passed = firstPassed(isBuy, price);
        while (passed != null && left.signum() > 0) {
            BigDecimal part = left.min(passed.offered());
            left = left.subtract(makeAt(passed, passed.price, part, FillReason.TRADED_THROUGH));
            passed = firstPassed(isBuy, price);
        }
        for (NaiveOrder order : limits(isBuy)) {
            if (order.price.compareTo(price) == 0) {
                BigDecimal part = reached(order, left).min(left).min(order.offered());
                left = part.signum() == 0
                        ? left
                        : left.subtract(makeAt(order, order.price, part, FillReason.TRADE_AT_PRICE));
            }
        }
        return left;
    }

    private @Nullable NaiveOrder firstPassed(boolean isBuy, BigDecimal price) {
        return limits(isBuy).stream()
                .filter(o -> o.isPassedBy(price))
                .findFirst()
                .orElse(null);
    }

    private void triggerByBook(boolean isBuy) {
        BigDecimal shown = shown(isBuy);
        while (shown.signum() > 0) {
            NaiveOrder order = triggeredBy(o -> o.isBuy == isBuy && !o.isByReference() && isByBook(o), shown);
            if (order == null) {
                follow(o -> o.isBuy == isBuy && !o.isByReference() && isByBook(o), shown);
                return;
            }
            trigger(order, shown);
            shown = shown(isBuy);
        }
    }

    private void trigger(NaiveOrder order, BigDecimal by) {
        boolean isExact = order.trigger.compareTo(by) == 0;
        trigger(order);
        if (order.isLimit()) {
            place(order);
        } else {
            takeAll(order, isExact ? triggerReason(order) : gapReason(order));
        }
    }

    private void releaseWaiting() {
        for (NaiveOrder order : List.copyOf(waiting)) {
            waiting.remove(order);
            if (order.isMarket()) {
                takeAll(order, order.asked.hasTrigger() ? FillReason.STOP_NEXT_TICK : FillReason.NEXT_TICK);
            } else {
                place(order);
            }
        }
    }

    @Override
    void place(NaiveOrder order) {
        if (order.isStop() && !isPassed(order)) {
            rest(order);
        } else if (order.isStop()) {
            trigger(order);
            place(order);
        } else if (order.isMarket()) {
            boolean waits = rules.timing() == ExecutionTiming.NEXT_TICK && !order.asked.hasTrigger();
            if (waits) {
                waiting.add(order);
            } else {
                takeAll(order, FillReason.TOOK_BOOK);
            }
        } else if (!isServed()) {
            waiting.add(order);
        } else if (!isTooLateForPostOnly(order, opposite(order.isBuy))
                && !isKilled(order, available(order.isBuy, order.price))) {
            walk(order, order.price, FillReason.MARKETABLE_LIMIT);
            restOrCancel(order);
        }
    }

    private void takeAll(NaiveOrder order, FillReason reason) {
        BigDecimal best = opposite(order.isBuy);
        if (best.signum() == 0) {
            waiting.add(order);
            return;
        }
        BigDecimal distance = protectionTicks == 0
                ? new BigDecimal("1e9")
                : rules.tick().multiply(BigDecimal.valueOf(protectionTicks));
        boolean becomesLimit = order.type == OrderType.MARKET_TO_LIMIT;
        if (becomesLimit) {
            limitAt(order, best);
        }
        BigDecimal bound = becomesLimit ? best : order.isBuy ? best.add(distance) : best.subtract(distance);
        if (!isKilled(order, available(order.isBuy, bound))) {
            walk(order, bound, reason);
            if (becomesLimit) {
                restAsLimit(order);
            } else if (order.isAtVenue) {
                end(order, "CANCELED", "");
            }
        }
    }
}
