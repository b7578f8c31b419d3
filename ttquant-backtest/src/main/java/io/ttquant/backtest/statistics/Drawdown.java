package io.ttquant.backtest.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time below an earlier peak.
 *
 * @param startNanos time of the peak, epoch nanoseconds
 * @param troughNanos time of the lowest value
 * @param endNanos time at which the peak was reached again, or the last time of the series
 * @param depth largest loss from the peak, as a positive fraction of it
 * @param isRecovered whether the peak was reached again
 */
public record Drawdown(long startNanos, long troughNanos, long endNanos, double depth, boolean isRecovered) {
    /** How long it lasted, in nanoseconds. */
    public long lengthNanos() {
        return endNanos - startNanos;
    }

    /** Time from the peak to the lowest value, in nanoseconds. */
    public long fallNanos() {
        return troughNanos - startNanos;
    }

    /** Time from the lowest value until the peak was reached again, or the series ended, in nanoseconds. */
    public long recoveryNanos() {
        return endNanos - troughNanos;
    }

    /**
     * All drawdowns of a series, oldest first.
     *
     * @param timeNanos times, rising
     * @param values values at these times, above zero
     */
    public static List<Drawdown> of(long[] timeNanos, double[] values) {
        List<Drawdown> found = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] >= values[peak]) {
                if (trough > peak) {
                    found.add(between(timeNanos, values, peak, trough, i, true));
                }
                peak = i;
                trough = i;
            } else if (trough == peak || values[i] < values[trough]) {
                trough = i;
            }
        }
        if (trough > peak) {
            found.add(between(timeNanos, values, peak, trough, values.length - 1, false));
        }
        return found;
    }

    private static Drawdown between(long[] times, double[] values, int peak, int trough, int end, boolean recovered) {
        return new Drawdown(times[peak], times[trough], times[end], 1 - values[trough] / values[peak], recovered);
    }
}
