package io.ttquant.core.book;

/**
 * Numbers prices in steps. A division by a step that is no constant costs more than the rest of a book update, so it is a multiplication
 * with the reciprocal, checked by multiplying back.
 */
final class TickGrid {
    /** What {@link #tickOf} says of a price between two steps. */
    static final long OFF_GRID = -1;

    private final long step;
    private final long reciprocal;

    /** @param step raw price units of one step, at least 1 */
    TickGrid(long step) {
        this.step = step;
        // ceil(2^64 / step), which fits a signed long from step 3 on; below, tickOf shifts.
        this.reciprocal = step < 3 ? 0 : Long.divideUnsigned(-1L, step) + 1;
    }

    /**
     * The number of steps in a positive price, or {@link #OFF_GRID}. For a multiple k of the step the product is k × 2<sup>64</sup> plus less
     * than the price, hence its upper half is exactly k.
     */
    long tickOf(long rawPrice) {
        long tick = step < 3 ? rawPrice >> (step - 1) : Math.multiplyHigh(rawPrice, reciprocal);
        return tick * step == rawPrice ? tick : OFF_GRID;
    }

    long rawPrice(long tick) {
        return tick * step;
    }

    /** The coarsest grid that holds this one's prices and the given one. */
    TickGrid refinedTo(long rawPrice) {
        long a = step;
        long b = rawPrice;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return new TickGrid(a);
    }
}
