package io.ttquant.backtest.statistics;

import java.util.Arrays;

/**
 * A series of periodic returns (0.01 is one percent), and what is computed from it. Formulas and conventions follow empyrical (Quantopian) unless stated:
 * deviations are of a sample (n − 1), ratios are annualised by the square root of the periods in a year. A NaN in the series stands for a period whose return is
 * not known: it is left out of sums and means but counts as a period of time.
 */
public final class Returns {
    private final double[] all;
    private final double[] known;

    private Returns(double[] returns) {
        this.all = returns;
        this.known = Arrays.stream(returns).filter(r -> !Double.isNaN(r)).toArray();
    }

    /** A series of returns; copied. */
    public static Returns of(double... returns) {
        return new Returns(returns.clone());
    }

    /** The returns from each value to the next; one fewer than values. */
    public static Returns ofValues(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = values[i + 1] / values[i] - 1;
        }
        return new Returns(returns);
    }

    /** Number of periods, unknown ones included. */
    public int size() {
        return all.length;
    }

    /** The returns; a copy. */
    public double[] toArray() {
        return all.clone();
    }

    /** Cumulative returns: Π(1 + r) − 1 up to each period. */
    public double[] cumulative() {
        double[] cumulative = new double[all.length];
        double product = 1;
        for (int i = 0; i < all.length; i++) {
            product *= 1 + (Double.isNaN(all[i]) ? 0 : all[i]);
            cumulative[i] = product - 1;
        }
        return cumulative;
    }

    /** Total return: Π(1 + r) − 1; 0 for no periods. */
    public double total() {
        double product = 1;
        for (double r : known) {
            product *= 1 + r;
        }
        return product - 1;
    }

    /** Arithmetic mean; NaN for no returns. */
    public double mean() {
        return known.length == 0 ? Double.NaN : Arrays.stream(known).sum() / known.length;
    }

    /** Sample deviation: √(Σ(r − mean)² / (n − 1)); NaN for fewer than two returns. */
    public double deviation() {
        return known.length < 2 ? Double.NaN : Math.sqrt(Moments.centralSum(known, 2) / (known.length - 1));
    }

    /** Deviation as the conventions say; NaN where it is not defined. */
    public double deviation(Conventions.Deviation kind) {
        if (kind == Conventions.Deviation.SAMPLE) {
            return deviation();
        }
        return known.length == 0 ? Double.NaN : Math.sqrt(Moments.centralSum(known, 2) / known.length);
    }

    /** Annualised volatility with a deviation of one's choice. */
    public double volatility(double periodsPerYear, Conventions.Deviation kind) {
        return deviation(kind) * Math.sqrt(periodsPerYear);
    }

    /** The return of a year by the mean that the conventions name; NaN for no periods. */
    public double annual(Conventions conventions) {
        return conventions.mean() == Conventions.MeanReturn.ARITHMETIC
                ? mean() * conventions.periodsPerYear()
                : annual(conventions.periodsPerYear());
    }

    /** Sharpe ratio by conventions: annual return of the excess over the risk-free return ÷ its volatility. NaN if nothing varies. */
    public double sharpe(Conventions conventions) {
        Returns excess = minus(conventions.riskFreePerPeriod());
        return nonZero(
                excess.annual(conventions), excess.volatility(conventions.periodsPerYear(), conventions.deviation()));
    }

    /** Sortino ratio by conventions: annual return of the excess over the required return ÷ its downside risk. NaN without a loss. */
    public double sortino(Conventions conventions) {
        Returns excess = minus(conventions.requiredPerPeriod());
        return nonZero(excess.annual(conventions), excess.downsideRisk(conventions.periodsPerYear()));
    }

    /**
     * Probabilistic Sharpe ratio: the probability that the true Sharpe ratio of a period is above {@code threshold}, given how long the series is and how far from
     * normal: Φ((S − S*) √(n − 1) ÷ √(1 − γ₃ S + (γ₄ − 1) S² ÷ 4)), S the ratio of a period, γ₃ the skewness, γ₄ the kurtosis (Bailey and López de Prado
     * 2012). NaN for fewer than two returns, or if nothing varies.
     *
     * @param threshold a Sharpe ratio of a period, not of a year
     */
    public double probabilisticSharpe(double threshold) {
        double ratio = meanOverDeviation();
        double spread = 1 - skewness() * ratio + (excessKurtosis() + 2) * ratio * ratio / 4;
        return spread > 0
                ? Normal.cumulative((ratio - threshold) * Math.sqrt(known.length - 1.0) / Math.sqrt(spread))
                : Double.NaN;
    }

    /** Ulcer index: √(mean of squared drawdowns), a drawdown being value ÷ highest value before − 1 at each period (Martin 1987). */
    public double ulcerIndex() {
        double value = 1;
        double peak = 1;
        double sum = 0;
        for (double r : known) {
            value *= 1 + r;
            peak = Math.max(peak, value);
            sum += (value / peak - 1) * (value / peak - 1);
        }
        return known.length == 0 ? Double.NaN : Math.sqrt(sum / known.length);
    }

    /** Gain to pain: sum of returns ÷ |sum of negative returns| (Schwager). NaN without a loss. */
    public double gainToPain() {
        double sum = 0;
        double losses = 0;
        for (double r : known) {
            sum += r;
            losses -= Math.min(r, 0);
        }
        return nonZero(sum, losses);
    }

    /** Part of the known periods whose return is above 0; NaN for no returns. */
    public double positiveRate() {
        long positive = Arrays.stream(known).filter(r -> r > 0).count();
        return known.length == 0 ? Double.NaN : (double) positive / known.length;
    }

    /** Number of known periods whose return is above 0 (1), below 0 (−1) or 0 (0). */
    public int count(int sign) {
        return (int) Arrays.stream(known).filter(r -> Math.signum(r) == sign).count();
    }

    /** Mean of the returns above 0 (1) or below 0 (−1); NaN for none. */
    public double mean(int sign) {
        return Arrays.stream(known)
                .filter(r -> Math.signum(r) == sign)
                .average()
                .orElse(Double.NaN);
    }

    /** Geometric annual return: (1 + total)^(periods ÷ n) − 1; NaN for no periods. */
    public double annual(double periodsPerYear) {
        return all.length == 0 ? Double.NaN : Math.pow(1 + total(), periodsPerYear / all.length) - 1;
    }

    /** Annualised volatility: deviation × √periods. */
    public double volatility(double periodsPerYear) {
        return deviation() * Math.sqrt(periodsPerYear);
    }

    /** The excess over a return per period. */
    public Returns minus(double perPeriod) {
        return new Returns(Arrays.stream(all).map(r -> r - perPeriod).toArray());
    }

    /**
     * The excess over another series, period by period.
     *
     * @throws IllegalArgumentException if it has another length
     */
    public Returns minus(Returns other) {
        requireSameSize(other);
        double[] excess = new double[all.length];
        for (int i = 0; i < excess.length; i++) {
            excess[i] = all[i] - other.all[i];
        }
        return new Returns(excess);
    }

    /** Sharpe ratio, arithmetic: mean ÷ deviation × √periods, of excess returns (subtract the risk-free return first). NaN if nothing varies. */
    public double sharpe(double periodsPerYear) {
        return nonZero(mean() * Math.sqrt(periodsPerYear), deviation());
    }

    /** Mean ÷ deviation, not annualised: of returns minus a benchmark's it is the information ratio. */
    public double meanOverDeviation() {
        return nonZero(mean(), deviation());
    }

    /** Downside risk: √(mean of min(r, 0)²) × √periods, of excess returns over the required one. */
    public double downsideRisk(double periodsPerYear) {
        double sum = 0;
        for (double r : known) {
            sum += Math.min(r, 0) * Math.min(r, 0);
        }
        return known.length == 0 ? Double.NaN : Math.sqrt(sum / known.length) * Math.sqrt(periodsPerYear);
    }

    /** Sortino ratio: mean × periods ÷ downside risk, of excess returns over the required one. NaN without a loss. */
    public double sortino(double periodsPerYear) {
        return nonZero(mean() * periodsPerYear, downsideRisk(periodsPerYear));
    }

    /** Largest drawdown as a return, not positive: min over time of value ÷ highest value before − 1, the start counting as a value. */
    public double maxDrawdown() {
        double value = 1;
        double peak = 1;
        double worst = 0;
        for (double r : known) {
            value *= 1 + r;
            peak = Math.max(peak, value);
            worst = Math.min(worst, value / peak - 1);
        }
        return worst;
    }

    /** Calmar ratio: annual return ÷ |largest drawdown|. NaN without a drawdown. */
    public double calmar(double periodsPerYear) {
        return nonZero(annual(periodsPerYear), Math.abs(maxDrawdown()));
    }

    /**
     * Omega ratio: gains ÷ losses around a threshold, which is the required annual return brought to a period: (1 + required)^(1 ÷ periods) − 1.
     */
    public double omega(double requiredAnnual, double periodsPerYear) {
        double threshold = Math.pow(1 + requiredAnnual, 1 / periodsPerYear) - 1;
        double gains = 0;
        double losses = 0;
        for (double r : known) {
            gains += Math.max(r - threshold, 0);
            losses += Math.max(threshold - r, 0);
        }
        return nonZero(gains, losses);
    }

    /** Stability: R² of a straight line through the cumulative log returns. NaN for fewer than two returns. */
    public double stability() {
        double[] logs = new double[known.length];
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            sum += Math.log1p(known[i]);
            logs[i] = sum;
        }
        return Moments.rSquaredAgainstIndex(logs);
    }

    /** Covariance with a benchmark ÷ variance of the benchmark, over periods where both are known. NaN if the benchmark does not vary. */
    public double beta(Returns benchmark) {
        requireSameSize(benchmark);
        return Moments.beta(all, benchmark.all);
    }

    /** Capture ratio: annual return ÷ annual return of a benchmark. */
    public double capture(Returns benchmark, double periodsPerYear) {
        return nonZero(annual(periodsPerYear), benchmark.annual(periodsPerYear));
    }

    /** Highest return; NaN for no returns. */
    public double highest() {
        return Arrays.stream(known).max().orElse(Double.NaN);
    }

    /** Lowest return; NaN for no returns. */
    public double lowest() {
        return Arrays.stream(known).min().orElse(Double.NaN);
    }

    /** Skewness of the population: third central moment ÷ deviation³. */
    public double skewness() {
        return Moments.skewness(known);
    }

    /** Excess kurtosis of the population: fourth central moment ÷ variance² − 3. */
    public double excessKurtosis() {
        return Moments.excessKurtosis(known);
    }

    /** Historical value at risk: the quantile of returns at {@code tail} (0.05 for 95 %), linearly interpolated; a return, usually negative. */
    public double valueAtRisk(double tail) {
        return Moments.quantile(known, tail);
    }

    /** Conditional value at risk: the mean of the returns at or below the value at risk. */
    public double conditionalValueAtRisk(double tail) {
        double limit = valueAtRisk(tail);
        return Arrays.stream(known).filter(r -> r <= limit).average().orElse(Double.NaN);
    }

    /** Sharpe ratios of all windows of a length, oldest first. */
    public double[] rollingSharpe(int window, double periodsPerYear) {
        return rolling(window, r -> r.sharpe(periodsPerYear));
    }

    /** Largest drawdowns of all windows of a length, oldest first. */
    public double[] rollingMaxDrawdown(int window) {
        return rolling(window, Returns::maxDrawdown);
    }

    private double[] rolling(int window, java.util.function.ToDoubleFunction<Returns> figure) {
        double[] figures = new double[Math.max(0, all.length - window + 1)];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = figure.applyAsDouble(new Returns(Arrays.copyOfRange(all, i, i + window)));
        }
        return figures;
    }

    void requireSameSize(Returns other) {
        if (other.all.length != all.length) {
            throw new IllegalArgumentException("a benchmark of " + other.all.length + " returns does not match "
                    + all.length + " returns; bring both to the same periods");
        }
    }

    private static double nonZero(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }
}
