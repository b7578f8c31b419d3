package io.ttquant.core.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The orders that rest in a market: limits of both sides, and those that wait for a trigger, by the price that triggers them. */
final class RestingOrders {
    final Ladder buyLimits = new Ladder(false, false);
    final Ladder sellLimits = new Ladder(true, false);
    /** Wait for a trade, or for the path of a bar. */
    final Triggers last = new Triggers();
    /** Buys that wait for the ask. */
    final Triggers ask = new Triggers();
    /** Sells that wait for the bid. */
    final Triggers bid = new Triggers();
    /** Wait for the mark price. */
    final Triggers mark = new Triggers();
    /** Wait for the index price. */
    final Triggers index = new Triggers();

    Ladder limits(boolean isBuy) {
        return isBuy ? buyLimits : sellLimits;
    }

    /** Rests what the depth at an open left of a limit order, if anything; the path goes on with it. */
    void addPassed(WorkingOrder order) {
        if (!order.isDone) {
            order.marketableAtOpen = 0;
            order.wasPassed = true;
            limits(order.isBuy).add(order);
        }
    }

    void remove(WorkingOrder order) {
        if (!order.type.hasTrigger()) {
            limits(order.isBuy).remove(order);
            return;
        }
        boolean removed = last.remove(order) || (order.isBuy ? ask : bid).remove(order);
        if (!removed && !mark.remove(order)) {
            index.remove(order);
        }
    }

    /** True if no order rests that a bar could meet; those that wait for mark or index prices are not met by bars. */
    boolean isEmpty() {
        return buyLimits.size() + sellLimits.size() + last.size() == 0;
    }

    /** True if a quote could trigger something. */
    boolean isQuoteAwaited() {
        return ask.size() + bid.size() != 0;
    }

    /** Lets orders that came to rest after an open that was not announced arrive on the path, each at its own time. */
    void sendBack(ArrayDeque<WorkingOrder> waiting, long tsOpen) {
        List<WorkingOrder> late = removeArrivedAfter(tsOpen);
        late.addAll(waiting);
        late.sort(Comparator.comparingLong((WorkingOrder order) -> order.arrivalNanos)
                .thenComparingLong(order -> order.priority));
        waiting.clear();
        waiting.addAll(late);
    }

    /** Takes out the orders that arrived after a time and that bars meet. */
    private List<WorkingOrder> removeArrivedAfter(long nanos) {
        List<WorkingOrder> removed = new ArrayList<>();
        addTo(removed);
        removed.removeIf(order -> order.arrivalNanos <= nanos || !order.isMetByBars());
        removed.forEach(this::remove);
        removed.forEach(WorkingOrder::forgetFollowed);
        return removed;
    }

    /** Adds all of them to a list, in no order to rely on. */
    void addTo(List<WorkingOrder> list) {
        for (Ladder ladder : List.of(buyLimits, sellLimits)) {
            for (int i = 0; i < ladder.size(); i++) {
                list.add(ladder.at(i));
            }
        }
        for (Triggers triggers : List.of(last, ask, bid, mark, index)) {
            for (int i = 0; i < triggers.size(); i++) {
                list.add(triggers.at(i));
            }
        }
    }

    /** True if a price between these two could fill or trigger something. */
    boolean isReachedBy(long rawLow, long rawHigh) {
        return buyLimits.rawFirst() >= rawLow
                || sellLimits.rawFirst() <= rawHigh
                || last.rawRising() <= rawHigh
                || last.rawFalling() >= rawLow;
    }
}
