package io.ttquant.backtest.report;

import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Profit of each strategy and value of buying and holding over time, in columns. In long runs it has fewer samples than the equity. The arrays are
 * not copied: whoever passes them stops writing to them.
 *
 * @param scale digits after the point of the raw amounts, 0 to 18
 * @param timeNanos time of each sample, epoch nanoseconds, strictly rising
 * @param benchmark value of buying and holding at each sample; empty if there is none
 * @param strategies profit and loss of each strategy; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of samples, read by index
public record ProfitSeries(int scale, long[] timeNanos, double[] benchmark, List<StrategyPnl> strategies) {
    /**
     * Checks the columns.
     *
     * @throws IllegalArgumentException if the columns differ in length or time does not rise
     */
    public ProfitSeries {
        strategies = List.copyOf(strategies);
        if (benchmark.length != 0) {
            Columns.requireLength("benchmark", benchmark.length, timeNanos.length);
        }
        for (StrategyPnl strategy : strategies) {
            Columns.requireLength("rawPnl of " + strategy.strategy(), strategy.rawPnl().length, timeNanos.length);
        }
        Columns.requireRising("profit", timeNanos);
    }

    /** A series without samples. */
    public static ProfitSeries empty() {
        return new ProfitSeries(0, new long[0], new double[0], List.of());
    }

    /** Number of samples. */
    public int size() {
        return timeNanos.length;
    }

    /** Value of buying and holding at a sample; NaN if there is none. */
    public double benchmark(int index) {
        return benchmark.length == 0 ? Double.NaN : benchmark[index];
    }

    /** Profit of a strategy at a sample, exact; null if it is not known. */
    public @Nullable BigDecimal pnl(StrategyPnl strategy, int index) {
        long raw = strategy.rawPnl()[index];
        return raw == StrategyPnl.UNKNOWN ? null : BigDecimal.valueOf(raw, scale);
    }

    /** Profit of a strategy at each sample as doubles, for charts and statistics; NaN where it is not known. */
    public double[] pnl(StrategyPnl strategy) {
        double[] result = new double[size()];
        for (int i = 0; i < result.length; i++) {
            long raw = strategy.rawPnl()[i];
            result[i] = raw == StrategyPnl.UNKNOWN ? Double.NaN : FixedPoint.toDouble(raw, scale);
        }
        return result;
    }
}
