package io.ttquant.core.order;

import java.util.Arrays;

/** The fills of an order: the exchange's trade ids, so that none is applied twice, and what they were worth together. */
final class OrderFills {
    private static final long[] NO_OTHERS = {};

    private final FilledValue value = new FilledValue();
    private final long first;
    /** The trade ids after the first; most orders have none. */
    private long[] others = NO_OTHERS;

    private int size;
    private long newest;

    OrderFills(long tradeId, long rawPrice, long rawQuantity) {
        this.first = tradeId;
        this.newest = tradeId;
        value.add(rawPrice, rawQuantity);
    }

    void add(long tradeId, long rawPrice, long rawQuantity) {
        value.add(rawPrice, rawQuantity);
        if (size == others.length) {
            others = Arrays.copyOf(others, Math.max(2, size * 2));
        }
        others[size++] = tradeId;
        newest = Math.max(newest, tradeId);
    }

    boolean has(long tradeId) {
        if (tradeId > newest) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (others[i] == tradeId) {
                return true;
            }
        }
        return tradeId == first;
    }

    /** At the price scale. */
    double averagePrice(long rawQuantity) {
        return value.averagePrice(rawQuantity);
    }
}
