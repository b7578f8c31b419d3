package io.ttquant.backtest.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * Equity over time, exact, in columns. The arrays are not copied: whoever passes them stops writing to them.
 *
 * @param currency the reporting currency
 * @param scale digits after the point of the raw amounts, 0 to 18
 * @param timeNanos time of each sample, epoch nanoseconds, strictly rising
 * @param rawEquity equity at each sample, an unscaled integer at {@code scale}
 * @param benchmark equity of buying and holding at each sample; empty if there is none
 * @param strategies profit and loss of each strategy; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // one sample a bar
public record EquitySeries(
        String currency,
        int scale,
        long[] timeNanos,
        long[] rawEquity,
        double[] benchmark,
        List<StrategyPnl> strategies) {
    private static final int MAX_SCALE = 18;

    /**
     * Checks the columns.
     *
     * @throws IllegalArgumentException if the columns differ in length, time does not rise, or the scale is out of range
     */
    public EquitySeries {
        strategies = List.copyOf(strategies);
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("equity scale " + scale + " is not 0 to 18");
        }
        requireLength("rawEquity", rawEquity.length, timeNanos.length);
        if (benchmark.length != 0) {
            requireLength("benchmark", benchmark.length, timeNanos.length);
        }
        for (StrategyPnl strategy : strategies) {
            requireLength("rawPnl of " + strategy.strategy(), strategy.rawPnl().length, timeNanos.length);
        }
        requireRising(timeNanos);
    }

    /** A series without samples. */
    public static EquitySeries empty(String currency) {
        return new EquitySeries(currency, 0, new long[0], new long[0], new double[0], List.of());
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
        return scaled(rawEquity);
    }

    /** Profit and loss of a strategy as doubles, for charts. */
    public double[] pnl(StrategyPnl strategy) {
        return scaled(strategy.rawPnl());
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

    private double[] scaled(long[] raw) {
        double unit = Math.pow(10, scale);
        double[] result = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            result[i] = raw[i] / unit;
        }
        return result;
    }

    private static void requireLength(String column, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    "column " + column + " has " + length + " samples, the time column " + expected);
        }
    }

    private static void requireRising(long[] nanos) {
        for (int i = 1; i < nanos.length; i++) {
            if (nanos[i] <= nanos[i - 1]) {
                throw new IllegalArgumentException("equity sample " + i + " is no later than the one before it");
            }
        }
    }
}
