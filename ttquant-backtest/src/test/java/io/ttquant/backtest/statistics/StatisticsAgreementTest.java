package io.ttquant.backtest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each figure beside a plain one, on random returns. The seed stands in the message. */
class StatisticsAgreementTest {
    private static final int SEEDS = 300;
    private static final Offset<Double> NEAR = within(1e-9);

    private interface Check {
        void on(String seed, double[] own, double[] benchmark);
    }

    private static void forRandomReturns(Check check) {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(3, 200);
            double[] own = random.doubles(n, -0.1, 0.11).toArray();
            double[] its = random.doubles(n, -0.05, 0.06).toArray();
            check.on("seed " + seed, own, its);
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double covariance(double[] a, double[] b, int divisor) {
        double ma = mean(a);
        double mb = mean(b);
        return IntStream.range(0, a.length)
                        .mapToDouble(i -> (a[i] - ma) * (b[i] - mb))
                        .sum()
                / divisor;
    }

    @Test
    void benchmarkFiguresAgreeWithTheirFormulas() {
        Conventions free = Conventions.DEFAULT.withRiskFree(0.05).withPeriodsPerYear(252);
        forRandomReturns((seed, own, its) -> {
            int n = own.length;
            BenchmarkFigures f = BenchmarkFigures.of(Returns.of(own), Returns.of(its), free);
            double rf = Math.pow(1.05, 1 / 252.0) - 1;
            double beta = covariance(own, its, n - 1) / covariance(its, its, n - 1);
            double[] difference =
                    IntStream.range(0, n).mapToDouble(i -> own[i] - its[i]).toArray();
            double error = Math.sqrt(covariance(difference, difference, n - 1) * 252);
            double r =
                    covariance(own, its, n - 1) / Math.sqrt(covariance(own, own, n - 1) * covariance(its, its, n - 1));
            assertThat(f.beta()).as(seed).isCloseTo(beta, NEAR);
            assertThat(f.alpha()).as(seed).isCloseTo(((mean(own) - rf) - beta * (mean(its) - rf)) * 252, NEAR);
            assertThat(f.correlation()).as(seed).isCloseTo(r, NEAR);
            assertThat(f.rSquared()).as(seed).isCloseTo(r * r, NEAR);
            assertThat(f.trackingError()).as(seed).isCloseTo(error, NEAR);
            assertThat(f.informationRatio()).as(seed).isCloseTo(mean(difference) * 252 / error, NEAR);
            assertThat(f.treynor())
                    .as(seed)
                    .isCloseTo((mean(own) - rf) * 252 / beta, within(1e-6 * Math.abs(f.treynor()) + 1e-9));
            assertThat(f.winRate())
                    .as(seed)
                    .isCloseTo(Arrays.stream(difference).filter(d -> d > 0).count() / (double) n, NEAR);
        });
    }

    @Test
    void tailFiguresAgreeWithTheirFormulas() {
        Conventions c = Conventions.DEFAULT
                .withDeviation(Conventions.Deviation.POPULATION)
                .withTail(0.1);
        forRandomReturns((seed, own, its) -> {
            TailRisk t = TailRisk.of(Returns.of(own), c);
            int n = own.length;
            double s = Math.sqrt(covariance(own, own, n));
            double z = -1.2815515655446004;
            double[] sorted = own.clone();
            Arrays.sort(sorted);
            double at = 0.1 * (n - 1);
            double quantile =
                    sorted[(int) at] + (at - (int) at) * (sorted[Math.min(n - 1, (int) at + 1)] - sorted[(int) at]);
            assertThat(t.valueAtRisk()).as(seed).isCloseTo(quantile, NEAR);
            assertThat(t.expectedShortfall())
                    .as(seed)
                    .isCloseTo(
                            Arrays.stream(own)
                                    .filter(r -> r <= quantile)
                                    .average()
                                    .orElseThrow(),
                            NEAR);
            assertThat(t.normalValueAtRisk()).as(seed).isCloseTo(mean(own) + z * s, NEAR);
            assertThat(t.normalExpectedShortfall())
                    .as(seed)
                    .isCloseTo(mean(own) - s * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / 0.1, NEAR);
            double skew = Arrays.stream(own)
                    .map(r -> Math.pow((r - mean(own)) / s, 3))
                    .average()
                    .orElseThrow();
            double kurtosis = Arrays.stream(own)
                            .map(r -> Math.pow((r - mean(own)) / s, 4))
                            .average()
                            .orElseThrow()
                    - 3;
            assertThat(t.skewness()).as(seed).isCloseTo(skew, NEAR);
            assertThat(t.excessKurtosis()).as(seed).isCloseTo(kurtosis, NEAR);
            double w = z
                    + (z * z - 1) * skew / 6
                    + (Math.pow(z, 3) - 3 * z) * kurtosis / 24
                    - (2 * Math.pow(z, 3) - 5 * z) * skew * skew / 36;
            assertThat(t.modifiedValueAtRisk()).as(seed).isCloseTo(mean(own) + w * s, NEAR);
        });
    }

    @Test
    void rollingFiguresAreThoseOfEachWindow() {
        forRandomReturns((seed, own, its) -> {
            int window = 2 + own.length / 4;
            RollingFigures f = RollingFigures.of(Returns.of(own), Returns.of(its), window, Conventions.DEFAULT);
            assertThat(f.size()).as(seed).isEqualTo(own.length - window + 1);
            for (int i = 0; i < f.size(); i++) {
                double[] a = Arrays.copyOfRange(own, i, i + window);
                double[] b = Arrays.copyOfRange(its, i, i + window);
                double deviation = Math.sqrt(covariance(a, a, window - 1));
                assertThat(f.volatility()[i]).as(seed).isCloseTo(deviation * Math.sqrt(365), NEAR);
                assertThat(f.sharpe()[i]).as(seed).isCloseTo(mean(a) / deviation * Math.sqrt(365), within(1e-6));
                assertThat(f.beta()[i])
                        .as(seed)
                        .isCloseTo(covariance(a, b, window) / covariance(b, b, window), within(1e-6));
                assertThat(f.totalReturn()[i])
                        .as(seed)
                        .isCloseTo(Arrays.stream(a).map(r -> 1 + r).reduce(1, (x, y) -> x * y) - 1, NEAR);
                assertThat(f.maxDrawdown()[i]).as(seed).isCloseTo(Returns.of(a).maxDrawdown(), NEAR);
            }
        });
    }

    @Test
    void rollingFiguresOfTooFewDaysAreEmptyAndOfOneDayRefused() {
        assertThat(RollingFigures.of(Returns.of(0.1), Returns.of(), 2, Conventions.DEFAULT)
                        .size())
                .isZero();
        assertThatThrownBy(() -> RollingFigures.of(Returns.of(0.1), Returns.of(), 1, Conventions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a window of 1 periods has no deviation; give 2 or more, such as 60");
    }

    @Test
    void theProbabilisticSharpeRatioIsThatOfThePaper() {
        // Bailey and López de Prado 2012, example of 24 monthly returns: S = 0.458, skewness −2.448, kurtosis 10.164
        // gives 0.913.
        double s = 0.458;
        double spread = 1 + 2.448 * s + (10.164 - 1) / 4 * s * s;
        assertThat(Normal.cumulative(s * Math.sqrt(23) / Math.sqrt(spread))).isCloseTo(0.913, within(0.0005));
        forRandomReturns((seed, own, its) -> {
            Returns r = Returns.of(own);
            double ratio = mean(own) / Math.sqrt(covariance(own, own, own.length - 1));
            double denominator = Math.sqrt(1 - r.skewness() * ratio + (r.excessKurtosis() + 3 - 1) / 4 * ratio * ratio);
            assertThat(r.probabilisticSharpe(0.01))
                    .as(seed)
                    .isCloseTo(Normal.cumulative((ratio - 0.01) * Math.sqrt(own.length - 1) / denominator), NEAR);
        });
    }

    @Test
    void theNormalDistributionHasItsTableValues() {
        assertThat(Normal.cumulative(0)).isEqualTo(0.5);
        assertThat(Normal.cumulative(1.96)).isCloseTo(0.9750021048517795, within(1e-14));
        assertThat(Normal.cumulative(-3)).isCloseTo(0.0013498980316300946, within(1e-15));
        assertThat(Normal.quantile(0.95)).isCloseTo(1.6448536269514722, within(1e-13));
        assertThat(Normal.quantile(0)).isNaN();
        assertThat(Normal.cumulative(-40)).isZero();
        assertThat(Normal.cumulative(Double.NaN)).isNaN();
    }

    @Test
    void conventionsChangeWhatTheySay() {
        double[] own = {0.01, -0.02, 0.03, 0.005};
        Returns r = Returns.of(own);
        double sample = Math.sqrt(covariance(own, own, 3));
        double population = Math.sqrt(covariance(own, own, 4));
        assertThat(r.sharpe(Conventions.DEFAULT)).isCloseTo(mean(own) / sample * Math.sqrt(365), NEAR);
        assertThat(r.sharpe(Conventions.DEFAULT.withDeviation(Conventions.Deviation.POPULATION)))
                .isCloseTo(mean(own) / population * Math.sqrt(365), NEAR);
        assertThat(r.sharpe(Conventions.DEFAULT.withPeriodsPerYear(252)))
                .isCloseTo(mean(own) / sample * Math.sqrt(252), NEAR);
        double growth = 1.01 * 0.98 * 1.03 * 1.005;
        assertThat(r.sharpe(Conventions.DEFAULT.withMean(Conventions.MeanReturn.GEOMETRIC)))
                .isCloseTo((Math.pow(growth, 365 / 4.0) - 1) / (sample * Math.sqrt(365)), NEAR);
        double rf = Math.pow(1.1, 1 / 365.0) - 1;
        assertThat(r.sharpe(Conventions.DEFAULT.withRiskFree(0.1)))
                .isCloseTo((mean(own) - rf) / sample * Math.sqrt(365), NEAR);
        assertThat(r.sortino(Conventions.DEFAULT.withRequired(0.1)))
                .isCloseTo(r.minus(rf).sortino(365), NEAR);
    }

    @Test
    void conventionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Conventions.DEFAULT.withTail(1))
                .hasMessage("tail 1.0 is out of range; give between 0 and 1, such as 0.05");
        assertThatThrownBy(() -> Conventions.DEFAULT.withPeriodsPerYear(Double.NaN))
                .hasMessage("periodsPerYear NaN is out of range; give above 0, such as 365");
        assertThatThrownBy(() -> Conventions.DEFAULT.withRiskFree(-1))
                .hasMessage("riskFree -1.0 is out of range; give a fraction above −1, such as 0.02");
        assertThatThrownBy(() -> Conventions.DEFAULT.withRequired(Double.POSITIVE_INFINITY))
                .hasMessageStartingWith("required Infinity is out of range");
        assertThatThrownBy(() -> Conventions.DEFAULT.withLeastDays(0))
                .hasMessage("leastDays 0.0 is out of range; give 1 or more, such as 28");
    }

    @Test
    void daysBeginWhereTheirZoneSaysThroughChangesOfClocks() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        // 2024-03-31 has 23 hours there: it begins at 2024-03-30T23:00Z and ends at 2024-03-31T22:00Z.
        long start = 1_711_839_600_000_000_000L;
        long hour = 3_600_000_000_000L;
        long[] times = {start + hour, start + 23 * hour, start + 24 * hour};
        double[] values = {101, 102, 51};
        assertThat(CalendarDays.returns(start, 100, times, values, berlin).toArray())
                .containsExactly(1.02 - 1, 0.5 - 1);
        assertThat(CalendarDays.ends(start, times[2], berlin)).containsExactly(start + 23 * hour, start + 47 * hour);
        assertThat(CalendarDays.ends(start, start, berlin)).isEmpty();
    }

    @Test
    void ulcerIndexAndGainToPainAreThoseOfTheirFormulas() {
        Returns r = Returns.of(0.1, -0.1, 0.05);
        double second = 0.9 - 1;
        double third = 0.9 * 1.05 - 1;
        assertThat(r.ulcerIndex()).isCloseTo(Math.sqrt((second * second + third * third) / 3), NEAR);
        assertThat(r.gainToPain()).isCloseTo(0.05 / 0.1, NEAR);
        assertThat(r.positiveRate()).isCloseTo(2 / 3.0, NEAR);
        assertThat(Returns.of(0.1).gainToPain()).isNaN();
        assertThat(Returns.of().ulcerIndex()).isNaN();
    }
}
