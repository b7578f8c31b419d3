package io.ttquant.core.metrics;

import java.time.Duration;
import java.util.Arrays;

/**
 * Figures of a series of returns of equal periods. A year has 365 days, as markets that never close have. What too few returns say nothing about is NaN.
 *
 * <p>Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 21 (1994), without a risk-free rate; Sortino with the target 0 and the root mean square of
 * the losses over all periods; value at risk by historical simulation.
 */
final class ReturnFigures {
    private static final double YEAR_NANOS = 365.0 * 24 * 3600 * 1e9;
    /** So many losses at least must be beyond the value at risk, so that it is no accident of a single one. */
    private static final int TAIL = 1;

    private final double[] returns;
    private final double periodsPerYear;

    ReturnFigures(double[] returns, Duration period) {
        this.returns = returns.clone();
        this.periodsPerYear = YEAR_NANOS / period.toNanos();
    }

    int count() {
        return returns.length;
    }

    private double mean() {
        return Arrays.stream(returns).sum() / returns.length;
    }

    /** Of the sample: the sum of squares over one less than there are. */
    private double deviation() {
        double mean = mean();
        double squares =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum();
        return Math.sqrt(squares / (returns.length - 1));
    }

    double volatility() {
        return returns.length < 2 ? Double.NaN : deviation() * Math.sqrt(periodsPerYear);
    }

    double sharpe() {
        double deviation = returns.length < 2 ? 0 : deviation();
        return deviation > 0 ? mean() / deviation * Math.sqrt(periodsPerYear) : Double.NaN;
    }

    double sortino() {
        double squares =
                Arrays.stream(returns).map(r -> Math.min(0, r)).map(r -> r * r).sum();
        return returns.length < 2 || squares == 0
                ? Double.NaN
                : mean() / Math.sqrt(squares / returns.length) * Math.sqrt(periodsPerYear);
    }

    /** Compound yearly return over the largest drawdown of the compounded returns. */
    double calmar() {
        double drawdown = maxDrawdown();
        if (returns.length < 2 || drawdown == 0) {
            return Double.NaN;
        }
        double growth = Arrays.stream(returns).map(r -> 1 + r).reduce(1, (a, b) -> a * b);
        return (Math.pow(growth, periodsPerYear / returns.length) - 1) / drawdown;
    }

    private double maxDrawdown() {
        double value = 1;
        double peak = 1;
        double worst = 0;
        for (double each : returns) {
            value *= 1 + each;
            peak = Math.max(peak, value);
            worst = Math.max(worst, 1 - value / peak);
        }
        return worst;
    }

    /**
     * Loss of a period that was not exceeded in a part of them, not negative.
     *
     * @param confidence the part, such as 0.95
     */
    double valueAtRisk(double confidence) {
        return hasTail(confidence) ? Math.max(0, -quantile(sorted(), 1 - confidence)) : Double.NaN;
    }

    /** Average loss of the periods that lost at least the value at risk. */
    double conditionalValueAtRisk(double confidence) {
        if (!hasTail(confidence)) {
            return Double.NaN;
        }
        double limit = quantile(sorted(), 1 - confidence);
        double tail = Arrays.stream(returns).filter(r -> r <= limit).average().orElse(limit);
        return Math.max(0, -tail);
    }

    private boolean hasTail(double confidence) {
        // Rounded, since 1 - 0.95 is a little more than 0.05.
        return Math.round(returns.length * (1 - confidence) * 1e6) >= TAIL * 1_000_000L;
    }

    private double[] sorted() {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Hyndman and Fan's type 7, as most programs have it. */
    private static double quantile(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
