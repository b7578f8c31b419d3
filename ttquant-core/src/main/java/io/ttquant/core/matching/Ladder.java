package io.ttquant.core.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Working orders of one kind and side, sorted by price, then by arrival. The first to be reached by the market is kept last in the array, so
 * that taking it is cheap.
 */
final class Ladder {
    private final boolean isLowestFirst;
    private final boolean isByTrigger;
    private WorkingOrder[] orders = new WorkingOrder[8];
    private int size;
    private long rawFirst;

    /** @param isLowestFirst true if the lowest price is reached first, as for sell limits and buy stops */
    Ladder(boolean isLowestFirst, boolean isByTrigger) {
        this.isLowestFirst = isLowestFirst;
        this.isByTrigger = isByTrigger;
        this.rawFirst = none();
    }

    /** The price that the market reaches first; a price it cannot reach if there is no order. */
    long rawFirst() {
        return rawFirst;
    }

    private long none() {
        return isLowestFirst ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /** Whether a price lies between the first and the last to be reached, both included. */
    boolean spans(long rawPrice) {
        if (size == 0) {
            return false;
        }
        long last = price(orders[0]);
        return isLowestFirst ? rawFirst <= rawPrice && rawPrice <= last : last <= rawPrice && rawPrice <= rawFirst;
    }

    /** Where the orders at a price begin, counted from the first; if there are none, where the next one is that is reached later. */
    int indexOf(long rawPrice) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long there = price(orders[middle]);
            if (isLowestFirst ? there >= rawPrice : there <= rawPrice) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return size - low;
    }

    /** How many orders have a price, from the place on where they begin. */
    int countAt(int fromFirst, long rawPrice) {
        int count = 0;
        while (fromFirst + count < size && price(at(fromFirst + count)) == rawPrice) {
            count++;
        }
        return count;
    }

    /** Notes for each limit order that a price reaches that it was passed without being filled. */
    void markPassed(long rawExtreme) {
        for (int i = 0; i < size && at(i).accepts(rawExtreme); i++) {
            at(i).wasPassed = true;
        }
    }

    int size() {
        return size;
    }

    @Nullable
    WorkingOrder first() {
        return size == 0 ? null : orders[size - 1];
    }

    WorkingOrder at(int fromFirst) {
        return orders[size - 1 - fromFirst];
    }

    void add(WorkingOrder order) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
        }
        int at = insertionPoint(order);
        System.arraycopy(orders, at, orders, at + 1, size - at);
        orders[at] = order;
        size++;
        rawFirst = price(orders[size - 1]);
    }

    private int insertionPoint(WorkingOrder order) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isReachedAfter(orders[middle], order)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isReachedAfter(WorkingOrder a, WorkingOrder b) {
        long x = price(a);
        long y = price(b);
        if (x == y) {
            return a.priority > b.priority;
        }
        return isLowestFirst ? x > y : x < y;
    }

    private long price(WorkingOrder order) {
        return isByTrigger ? order.rawTrigger : order.rawPrice;
    }

    @SuppressWarnings("NullAway") // the freed slot is never read again before it is overwritten
    boolean remove(WorkingOrder order) {
        for (int i = size - 1; i >= 0; i--) {
            if (orders[i] == order) {
                System.arraycopy(orders, i + 1, orders, i, size - i - 1);
                orders[--size] = null;
                rawFirst = size == 0 ? none() : price(orders[size - 1]);
                return true;
            }
        }
        return false;
    }
}
