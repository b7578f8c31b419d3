package io.ttquant.core.book;

import java.util.Arrays;

/** Prices and quantities of one side of a message, in the order in which they came. */
final class LevelList {
    private long[] prices = new long[64];
    private long[] quantities = new long[64];
    private int size;

    void add(long rawPrice, long rawQuantity) {
        if (size == prices.length) {
            prices = Arrays.copyOf(prices, size * 2);
            quantities = Arrays.copyOf(quantities, size * 2);
        }
        prices[size] = rawPrice;
        quantities[size++] = rawQuantity;
    }

    int size() {
        return size;
    }

    long price(int index) {
        return prices[index];
    }

    long quantity(int index) {
        return quantities[index];
    }

    void clear() {
        size = 0;
    }
}
