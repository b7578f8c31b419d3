package io.ttquant.core.matching;

import java.util.Arrays;

/**
 * What was taken from the levels of one side of a book since the venue last changed them, by us or by a print that the book does not show yet.
 * Sorted by price; mostly there are none or a few.
 */
final class ConsumedLevels {
    private long[] prices = new long[16];
    private long[] displayed = new long[16];
    private long[] taken = new long[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** What was taken at a price; 0 if nothing. */
    long taken(long rawPrice) {
        int at = size == 0 ? -1 : find(rawPrice);
        return at < 0 ? 0 : taken[at];
    }

    /** Takes some of what a level displays; never more than that in sum. */
    void take(long rawPrice, long rawDisplayed, long rawQuantity) {
        int at = find(rawPrice);
        if (at < 0) {
            at = -at - 1;
            insert(at, rawPrice);
        }
        displayed[at] = rawDisplayed;
        taken[at] = Math.min(rawDisplayed, Math.addExact(taken[at], rawQuantity));
    }

    /** The venue told what a level displays: if that is another quantity than before, nothing of it is taken. */
    void changed(long rawPrice, long rawDisplayed) {
        int at = find(rawPrice);
        if (at >= 0 && displayed[at] != rawDisplayed) {
            remove(at);
        }
    }

    int size() {
        return size;
    }

    long rawPrice(int index) {
        return prices[index];
    }

    private int find(long rawPrice) {
        return Arrays.binarySearch(prices, 0, size, rawPrice);
    }

    private void insert(int at, long rawPrice) {
        if (size == prices.length) {
            prices = Arrays.copyOf(prices, size * 2);
            displayed = Arrays.copyOf(displayed, size * 2);
            taken = Arrays.copyOf(taken, size * 2);
        }
        System.arraycopy(prices, at, prices, at + 1, size - at);
        System.arraycopy(displayed, at, displayed, at + 1, size - at);
        System.arraycopy(taken, at, taken, at + 1, size - at);
        prices[at] = rawPrice;
        taken[at] = 0;
        size++;
    }

    private void remove(int at) {
        size--;
        System.arraycopy(prices, at + 1, prices, at, size - at);
        System.arraycopy(displayed, at + 1, displayed, at, size - at);
        System.arraycopy(taken, at + 1, taken, at, size - at);
    }
}
