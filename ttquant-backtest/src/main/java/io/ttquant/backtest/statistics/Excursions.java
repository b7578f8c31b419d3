package io.ttquant.backtest.statistics;

import io.ttquant.api.order.Side;
import java.util.Arrays;

/** Finds the lowest and the highest price of any stretch of candles: a tree of extremes, so that a stretch costs the logarithm of their number. */
public final class Excursions {
    private final long[] openNanos;
    private final double[] low;
    private final double[] high;
    private final int leaves;

    /**
     * Takes candles; copied.
     *
     * @param openNanos start of each candle, rising; it lasts until the next one starts
     * @param low lowest price of each
     * @param high highest price of each
     * @throws IllegalArgumentException if the columns differ in length
     */
    public Excursions(long[] openNanos, double[] low, double[] high) {
        if (low.length != openNanos.length || high.length != openNanos.length) {
            throw new IllegalArgumentException("columns of " + openNanos.length + " times, " + low.length + " lows and "
                    + high.length + " highs do not match; give one of each per candle");
        }
        this.openNanos = openNanos.clone();
        this.leaves = openNanos.length;
        this.low = new double[2 * leaves];
        this.high = new double[2 * leaves];
        System.arraycopy(low, 0, this.low, leaves, leaves);
        System.arraycopy(high, 0, this.high, leaves, leaves);
        for (int i = leaves - 1; i > 0; i--) {
            this.low[i] = Math.min(this.low[2 * i], this.low[2 * i + 1]);
            this.high[i] = Math.max(this.high[2 * i], this.high[2 * i + 1]);
        }
    }

    /** The excursion of a trip through these candles; its own two prices count as well. */
    public Excursion of(RoundTrip trip) {
        double entry = trip.entryPrice().doubleValue();
        double exit = trip.exitPrice().doubleValue();
        // A trip that begins as a candle does meets it whole; one that ends as a candle begins does not meet it.
        int from = Math.max(0, at(trip.entryNanos()));
        int to = Math.max(from, at(trip.exitNanos() - 1));
        double lowest = Math.min(entry, exit);
        double highest = Math.max(entry, exit);
        if (leaves > 0 && trip.exitNanos() > openNanos[0]) {
            lowest = Math.min(lowest, lowest(from, to));
            highest = Math.max(highest, highest(from, to));
        }
        boolean isLong = trip.side() == Side.BUY;
        boolean isInverse = trip.instrument().isInverse();
        return new Excursion(
                gain(isLong, isInverse, entry, isLong ? lowest : highest),
                gain(isLong, isInverse, entry, isLong ? highest : lowest),
                gain(isLong, isInverse, entry, exit));
    }

    /** Profit ÷ value at entry. An inverse contract is worth quantity ÷ price. */
    private static double gain(boolean isLong, boolean isInverse, double entry, double price) {
        double rise = isInverse ? 1 - entry / price : price / entry - 1;
        return isLong ? rise : 0 - rise;
    }

    private int at(long nanos) {
        int found = Arrays.binarySearch(openNanos, nanos);
        return found >= 0 ? found : -found - 2;
    }

    private double lowest(int first, int last) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int a = first + leaves, b = last + leaves + 1; a < b; a /= 2, b /= 2) {
            if ((a & 1) == 1) {
                lowest = Math.min(lowest, low[a++]);
            }
            if ((b & 1) == 1) {
                lowest = Math.min(lowest, low[--b]);
            }
        }
        return lowest;
    }

    private double highest(int first, int last) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int a = first + leaves, b = last + leaves + 1; a < b; a /= 2, b /= 2) {
            if ((a & 1) == 1) {
                highest = Math.max(highest, high[a++]);
            }
            if ((b & 1) == 1) {
                highest = Math.max(highest, high[--b]);
            }
        }
        return highest;
    }
}
