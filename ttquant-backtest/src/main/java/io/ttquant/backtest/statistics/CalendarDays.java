package io.ttquant.backtest.statistics;

import java.util.Arrays;

/**
 * Brings samples at any times to calendar days in UTC: the value of a day is the last one up to its end, midnight included; a day without a sample
 * keeps the value of the day before it. So a year has 365 returns, week-ends too, whatever the samples were.
 */
public final class CalendarDays {
    /** Days in a year, by which daily figures are brought to a year. */
    public static final double PER_YEAR = 365;

    /** Nanoseconds in a day. */
    public static final long NANOS = 86_400_000_000_000L;

    private CalendarDays() {}

    /**
     * The returns of each day, the first and the last one mostly being parts of days.
     *
     * @param startNanos the time from which on days are counted, epoch nanoseconds
     * @param start the value at that time
     * @param timeNanos times of the samples, rising, none before the start
     * @param values values at these times; NaN where it is not known, which keeps the last one
     */
    public static Returns returns(long startNanos, double start, long[] timeNanos, double[] values) {
        if (timeNanos.length == 0 || timeNanos[timeNanos.length - 1] <= startNanos) {
            return Returns.of();
        }
        long first = Math.floorDiv(startNanos, NANOS);
        int days = Math.toIntExact(Math.floorDiv(timeNanos[timeNanos.length - 1] - 1, NANOS) - first + 1);
        double[] closes = new double[days + 1];
        Arrays.fill(closes, Double.NaN);
        closes[0] = start;
        for (int i = 0; i < timeNanos.length; i++) {
            if (timeNanos[i] > startNanos && !Double.isNaN(values[i])) {
                closes[(int) (Math.floorDiv(timeNanos[i] - 1, NANOS) - first) + 1] = values[i];
            }
        }
        for (int i = 1; i < closes.length; i++) {
            closes[i] = Double.isNaN(closes[i]) ? closes[i - 1] : closes[i];
        }
        return Returns.ofValues(closes);
    }
}
