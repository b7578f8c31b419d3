package io.ttquant.backtest.statistics;

import java.util.stream.IntStream;

/**
 * A series of returns beside that of a benchmark, over the periods where both are known. Rates are those of a year.
 *
 * @param periods number of periods compared
 * @param beta covariance ÷ variance of the benchmark, of excess returns over the risk-free one
 * @param alpha Jensen's: mean excess return − beta × the benchmark's mean excess return, brought to a year as the conventions say
 * @param correlation covariance ÷ (deviation × the benchmark's)
 * @param rSquared correlation²: how much of what happened the benchmark explains
 * @param trackingError deviation of the differences of returns × √periods a year
 * @param informationRatio mean difference × periods a year ÷ tracking error
 * @param treynor mean excess return of a year ÷ beta
 * @param activeReturn return of a year − the benchmark's, geometric
 * @param upCapture geometric mean return in periods in which the benchmark rose ÷ the benchmark's there
 * @param downCapture the same where it fell
 * @param winRate part of the periods with a higher return than the benchmark's
 */
public record BenchmarkFigures(
        int periods,
        double beta,
        double alpha,
        double correlation,
        double rSquared,
        double trackingError,
        double informationRatio,
        double treynor,
        double activeReturn,
        double upCapture,
        double downCapture,
        double winRate) {

    /**
     * Compares.
     *
     * @param own returns by period
     * @param benchmark those of the benchmark by the same periods
     * @throws IllegalArgumentException if the lengths differ
     */
    public static BenchmarkFigures of(Returns own, Returns benchmark, Conventions conventions) {
        own.requireSameSize(benchmark);
        double[] a = own.toArray();
        double[] b = benchmark.toArray();
        int[] both = IntStream.range(0, a.length)
                .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
                .toArray();
        return of(pick(a, both), pick(b, both), conventions);
    }

    private static double[] pick(double[] values, int[] indices) {
        return IntStream.of(indices).mapToDouble(i -> values[i]).toArray();
    }

    private static BenchmarkFigures of(double[] own, double[] benchmark, Conventions c) {
        double free = c.riskFreePerPeriod();
        Returns mine = Returns.of(own).minus(free);
        Returns its = Returns.of(benchmark).minus(free);
        Returns difference = mine.minus(its);
        double beta = mine.beta(its);
        double correlation = beta * its.deviation() / mine.deviation();
        double error = difference.volatility(c.periodsPerYear(), c.deviation());
        double excess = mine.annual(c);
        return new BenchmarkFigures(
                own.length,
                beta,
                excess - beta * its.annual(c),
                finite(correlation),
                finite(correlation * correlation),
                error,
                ratio(difference.mean() * c.periodsPerYear(), error),
                ratio(excess, beta),
                Returns.of(own).annual(c.periodsPerYear())
                        - Returns.of(benchmark).annual(c.periodsPerYear()),
                capture(own, benchmark, 1),
                capture(own, benchmark, -1),
                winRate(own, benchmark));
    }

    private static double capture(double[] own, double[] benchmark, int sign) {
        int[] chosen = IntStream.range(0, own.length)
                .filter(i -> Math.signum(benchmark[i]) == sign)
                .toArray();
        return ratio(geometricMean(pick(own, chosen)), geometricMean(pick(benchmark, chosen)));
    }

    private static double geometricMean(double[] returns) {
        return returns.length == 0
                ? Double.NaN
                : Math.pow(1 + Returns.of(returns).total(), 1.0 / returns.length) - 1;
    }

    private static double winRate(double[] own, double[] benchmark) {
        long wins = IntStream.range(0, own.length)
                .filter(i -> own[i] > benchmark[i])
                .count();
        return own.length == 0 ? Double.NaN : (double) wins / own.length;
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
