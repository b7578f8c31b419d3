package io.ttquant.core.book;

import io.ttquant.api.order.Side;
import java.util.Arrays;

/** The queues of orders, one for each side and price, oldest first. */
final class QueueLevels {
    private final OrderSlots orders;
    private final LongIndex byPrice = new LongIndex(256);
    private long[] price = new long[64];
    private long[] total = new long[64];
    private int[] count = new int[64];
    private int[] first = new int[64];
    private int[] last = new int[64];
    private int used;
    private int free = OrderSlots.NONE;

    QueueLevels(OrderSlots orders) {
        this.orders = orders;
    }

    /** The level of a side and price; {@link OrderSlots#NONE} if it has no order. */
    int find(Side side, long rawPrice) {
        return byPrice.get(key(side, rawPrice));
    }

    /** The level of a side and price, made if need be. */
    int findOrOpen(Side side, long rawPrice) {
        long key = key(side, rawPrice);
        int found = byPrice.get(key);
        return found != LongIndex.NONE ? found : open(key);
    }

    private int open(long key) {
        int level = free;
        if (level == OrderSlots.NONE) {
            level = used++;
            if (level == price.length) {
                grow();
            }
        } else {
            free = last[level];
        }
        price[level] = key;
        total[level] = 0;
        count[level] = 0;
        first[level] = OrderSlots.NONE;
        last[level] = OrderSlots.NONE;
        byPrice.add(key, level);
        return level;
    }

    /** Puts an order at the end of the queue. */
    void append(int level, int order) {
        int before = last[level];
        orders.level[order] = level;
        orders.ahead[order] = before;
        orders.behind[order] = OrderSlots.NONE;
        if (before == OrderSlots.NONE) {
            first[level] = order;
        } else {
            orders.behind[before] = order;
        }
        last[level] = order;
        count[level]++;
        total[level] += orders.quantity[order];
    }

    /** Takes an order out of its queue; a queue that is empty then is given up. What is left at the price. */
    long remove(int order) {
        int level = orders.level[order];
        int ahead = orders.ahead[order];
        int behind = orders.behind[order];
        if (ahead == OrderSlots.NONE) {
            first[level] = behind;
        } else {
            orders.behind[ahead] = behind;
        }
        if (behind == OrderSlots.NONE) {
            last[level] = ahead;
        } else {
            orders.ahead[behind] = ahead;
        }
        total[level] -= orders.quantity[order];
        if (--count[level] == 0) {
            byPrice.remove(price[level]);
            last[level] = free;
            free = level;
        }
        return total[level];
    }

    /** Makes an order smaller, at its place. What is left at the price. */
    long reduce(int order, long by) {
        orders.quantity[order] -= by;
        return total[orders.level[order]] -= by;
    }

    Side side(int level) {
        return (price[level] & 1) == 0 ? Side.BUY : Side.SELL;
    }

    long rawPrice(int level) {
        return price[level] >> 1;
    }

    long total(int level) {
        return total[level];
    }

    int count(int level) {
        return count[level];
    }

    int first(int level) {
        return first[level];
    }

    void clear() {
        byPrice.clear();
        used = 0;
        free = OrderSlots.NONE;
    }

    private static long key(Side side, long rawPrice) {
        return rawPrice << 1 | side.ordinal();
    }

    private void grow() {
        int capacity = price.length * 2;
        price = Arrays.copyOf(price, capacity);
        total = Arrays.copyOf(total, capacity);
        count = Arrays.copyOf(count, capacity);
        first = Arrays.copyOf(first, capacity);
        last = Arrays.copyOf(last, capacity);
    }
}
