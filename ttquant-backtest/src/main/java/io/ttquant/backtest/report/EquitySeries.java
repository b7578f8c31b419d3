package io.ttquant.backtest.report;

import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;

/**
 * Equity over time, exact, in columns. The arrays are not copied: whoever passes them stops writing to them.
 *
 * @param currency the reporting currency
 * @param scale digits after the point of the raw amounts, 0 to 18
 * @param timeNanos time of each sample, epoch nanoseconds, strictly rising
 * @param rawEquity equity at each sample, an unscaled integer at {@code scale}
 */
@SuppressWarnings("ArrayRecordComponent") // one sample a bar
public record EquitySeries(String currency, int scale, long[] timeNanos, long[] rawEquity) {
    private static final int MAX_SCALE = 18;

    /**
     * Checks the columns.
     *
     * @throws IllegalArgumentException if the columns differ in length, time does not rise, or the scale is out of range
     */
    public EquitySeries {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("equity scale " + scale + " is not 0 to 18");
        }
        Columns.requireLength("rawEquity", rawEquity.length, timeNanos.length);
        Columns.requireRising("equity", timeNanos);
    }

    /** A series without samples. */
    public static EquitySeries empty(String currency) {
        return new EquitySeries(currency, 0, new long[0], new long[0]);
    }

    /** Number of samples. */
    public int size() {
        return timeNanos.length;
    }

    /** Equity at a sample, exact. */
    public BigDecimal equity(int index) {
        return BigDecimal.valueOf(rawEquity[index], scale);
    }

    /** Equity as doubles, for charts. */
    public double[] equity() {
        double[] result = new double[size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = FixedPoint.toDouble(rawEquity[i], scale);
        }
        return result;
    }

    /** Drawdown at each sample: equity / highest equity so far − 1, so zero or negative; NaN while the peak is not above zero. */
    public double[] drawdown() {
        double[] result = new double[size()];
        long peak = Long.MIN_VALUE;
        for (int i = 0; i < result.length; i++) {
            peak = Math.max(peak, rawEquity[i]);
            result[i] = peak > 0 ? ((double) rawEquity[i] - peak) / peak : Double.NaN;
        }
        return result;
    }
}
