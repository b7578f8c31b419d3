package io.ttquant.core.matching;

import io.ttquant.api.order.TrailingOffset;
import io.ttquant.core.order.TrailingPrices;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The trailing stops of one side that follow one price: sells its highs, buys its lows. Not sorted, since each move of the price moves them all; what
 * is asked at every price is kept: the nearest trigger, and the price beyond which one of them moves.
 */
final class Trail {
    private final boolean isBuy;
    private WorkingOrder[] orders = new WorkingOrder[4];
    private int size;
    private @Nullable WorkingOrder first;
    private long rawMoves;

    /** Is told which stop has another trigger now. */
    interface Watcher {
        void moved(WorkingOrder order);
    }

    Trail(boolean isBuy) {
        this.isBuy = isBuy;
        this.rawMoves = isBuy ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    int size() {
        return size;
    }

    WorkingOrder at(int index) {
        return orders[index];
    }

    /** The stop with the trigger that the market reaches first; null if none is active. */
    @Nullable
    WorkingOrder first() {
        return first;
    }

    /** Its trigger; a price that cannot be reached if there is none. */
    long rawFirst() {
        return first != null ? first.rawTrigger : isBuy ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /** True if a price is better than the best one that some stop has followed, or activates one. */
    boolean isMovedBy(long rawPrice) {
        return isBuy ? rawPrice < rawMoves : rawPrice > rawMoves;
    }

    /** Adds a stop, which follows a price from now on if that is known (not 0): starts there, or goes on if it was away from a bar's path. */
    void add(WorkingOrder order, long rawPrice, long rawTick) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
        }
        orders[size++] = order;
        if (rawPrice > 0) {
            moveOne(order, rawPrice, rawTick);
        }
        refresh();
    }

    @SuppressWarnings("NullAway") // the freed slot is never read again before it is overwritten
    boolean remove(WorkingOrder order) {
        for (int i = 0; i < size; i++) {
            if (orders[i] == order) {
                System.arraycopy(orders, i + 1, orders, i, size - i - 1);
                orders[--size] = null;
                refresh();
                return true;
            }
        }
        return false;
    }

    void follow(long rawPrice, long rawTick, Watcher watcher) {
        for (int i = 0; i < size; i++) {
            if (moveOne(orders[i], rawPrice, rawTick)) {
                watcher.moved(orders[i]);
            }
        }
        refresh();
    }

    /** Activates a stop or moves it; true if its trigger changed. */
    private boolean moveOne(WorkingOrder order, long rawPrice, long rawTick) {
        TrailingOffset offset = Objects.requireNonNull(order.trailing);
        boolean isActive = order.rawFollowed != 0;
        boolean isBetter = isBuy ? rawPrice < order.rawFollowed : rawPrice > order.rawFollowed;
        if (isActive ? !isBetter : !TrailingPrices.isActivatedBy(offset, isBuy, rawPrice)) {
            return false;
        }
        order.rawFollowed = rawPrice;
        long candidate = TrailingPrices.rawTrigger(offset, isBuy, rawTick, rawPrice);
        boolean improves =
                order.rawTrigger == 0 || (isBuy ? candidate < order.rawTrigger : candidate > order.rawTrigger);
        if (improves) {
            order.rawTrigger = candidate;
        }
        return improves;
    }

    private void refresh() {
        first = null;
        rawMoves = isBuy ? Long.MIN_VALUE : Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            WorkingOrder order = orders[i];
            if (order.rawTrigger != 0 && isBefore(order, first)) {
                first = order;
            }
            long moves = movesBeyond(order);
            rawMoves = isBuy ? Math.max(rawMoves, moves) : Math.min(rawMoves, moves);
        }
    }

    private boolean isBefore(WorkingOrder order, @Nullable WorkingOrder other) {
        if (other == null || order.rawTrigger == other.rawTrigger) {
            return other == null || order.priority < other.priority;
        }
        return order.rawTrigger < other.rawTrigger == isBuy;
    }

    private long movesBeyond(WorkingOrder order) {
        if (order.rawFollowed != 0) {
            return order.rawFollowed;
        }
        long activation = Objects.requireNonNull(order.trailing).rawActivation();
        if (activation == 0) {
            return isBuy ? Long.MAX_VALUE : 0;
        }
        return isBuy ? activation + 1 : activation - 1;
    }
}
