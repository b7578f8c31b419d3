package io.ttquant.api.indicator;

import java.util.Arrays;

/**
 * The highest of the last n of one kind of numbers and the lowest of the last n of another, as {@link RollingExtreme} but without their age, and so
 * without a jump that depends on the numbers: a processor guesses those wrong. In two blocks as {@link RollingSum}: O(1) on average.
 */
final class RollingRange {
    private final double[] highs;
    private final double[] lows;
    private int next;
    private boolean isFull;
    private double headHigh;
    private double headLow;

    RollingRange(int period) {
        this.highs = new double[Observation.period(period)];
        this.lows = new double[period];
        reset();
    }

    void add(double high, double low) {
        int at = next;
        highs[at] = high;
        lows[at] = low;
        headHigh = Math.max(headHigh, high);
        headLow = Math.min(headLow, low);
        next = at + 1;
        if (next == highs.length) {
            turn();
        }
    }

    private void turn() {
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = highs.length - 1; i >= 0; i--) {
            most = Math.max(most, highs[i]);
            highs[i] = most;
            least = Math.min(least, lows[i]);
            lows[i] = least;
        }
        next = 0;
        isFull = true;
        headHigh = Double.NEGATIVE_INFINITY;
        headLow = Double.POSITIVE_INFINITY;
    }

    /** The highest of those kept, however few; −∞ of none. */
    double highest() {
        return Math.max(headHigh, highs[next]);
    }

    /** The lowest of those kept, however few; ∞ of none. */
    double lowest() {
        return Math.min(headLow, lows[next]);
    }

    /** Half way between both; NaN until full. */
    double middle() {
        return isFull ? (highest() + lowest()) / 2 : Double.NaN;
    }

    boolean isFull() {
        return isFull;
    }

    void reset() {
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
        next = 0;
        isFull = false;
        headHigh = Double.NEGATIVE_INFINITY;
        headLow = Double.POSITIVE_INFINITY;
    }
}
