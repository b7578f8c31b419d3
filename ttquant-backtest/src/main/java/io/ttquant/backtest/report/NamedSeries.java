package io.ttquant.backtest.report;

/**
 * One figure over time, in columns. The arrays are not copied: whoever passes them stops writing to them.
 *
 * @param name what it is, such as {@code Sharpe ratio, 60 days}
 * @param isRatio true if the values are fractions that are read in percent
 * @param timeNanos times, epoch nanoseconds, strictly rising
 * @param values values at these times; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of samples, read by index
public record NamedSeries(String name, boolean isRatio, long[] timeNanos, double[] values) {
    /**
     * Checks the columns.
     *
     * @throws IllegalArgumentException if they differ in length or time does not rise
     */
    public NamedSeries {
        Columns.requireLength(name, values.length, timeNanos.length);
        Columns.requireRising(name, timeNanos);
    }
}
