package io.ttquant.backtest.statistics;

import java.util.Arrays;

/**
 * Figures over the last so many periods, at each period. Entry i is that of the window which ends with period {@code window − 1 + i}. Columns have one
 * length; all are empty where there are fewer periods than a window has.
 *
 * @param window periods of a window
 * @param totalReturn return over the window
 * @param volatility deviation × √periods a year
 * @param sharpe as {@link Performance#sharpe()}, arithmetic
 * @param maxDrawdown deepest drawdown inside the window, not positive
 * @param beta against the benchmark; NaN without one
 */
@SuppressWarnings("ArrayRecordComponent") // made here, and read by whoever draws it
public record RollingFigures(
        int window, double[] totalReturn, double[] volatility, double[] sharpe, double[] maxDrawdown, double[] beta) {

    /**
     * Rolls a window over a series.
     *
     * @param benchmark a series of the same length; of length 0 if there is none
     * @throws IllegalArgumentException if the window is below 2, or the lengths differ
     */
    public static RollingFigures of(Returns returns, Returns benchmark, int window, Conventions conventions) {
        if (window < 2) {
            throw new IllegalArgumentException(
                    "a window of " + window + " periods has no deviation; give 2 or more, such as 60");
        }
        boolean isCompared = benchmark.size() > 0;
        if (isCompared) {
            returns.requireSameSize(benchmark);
        }
        double[] own = returns.toArray();
        double[] its = benchmark.toArray();
        int size = Math.max(0, own.length - window + 1);
        RollingFigures figures = new RollingFigures(
                window, new double[size], new double[size], new double[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            Returns part = Returns.of(Arrays.copyOfRange(own, i, i + window));
            figures.totalReturn[i] = part.total();
            figures.volatility[i] = part.volatility(conventions.periodsPerYear(), conventions.deviation());
            figures.sharpe[i] = part.sharpe(conventions);
            figures.maxDrawdown[i] = part.maxDrawdown();
            figures.beta[i] = isCompared ? part.beta(Returns.of(Arrays.copyOfRange(its, i, i + window))) : Double.NaN;
        }
        return figures;
    }

    /** Number of windows. */
    public int size() {
        return sharpe.length;
    }
}
