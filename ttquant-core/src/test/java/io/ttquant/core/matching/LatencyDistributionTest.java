package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyDistributionTest {
    private static final int DRAWS = 100_000;
    private static final Duration MS = Duration.ofMillis(1);
    private static final Duration TEN = Duration.ofMillis(10);
    private static final Duration TWO = Duration.ofMillis(2);

    /** Sorted, in milliseconds. */
    private static double[] sample(LatencyDistribution distribution) {
        double[] sample = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            sample[i] = distribution.nanos(Draws.of(7, 1, i)) / 1e6;
        }
        Arrays.sort(sample);
        return sample;
    }

    private static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }

    private static double deviation(double[] sample) {
        double mean = mean(sample);
        return Math.sqrt(Arrays.stream(sample)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }

    /** The standard errors of 100,000 draws are below a third of each tolerance. */
    @Test
    void aUniformDelayIsSpreadEvenly() {
        double[] sample = sample(LatencyDistribution.uniform(TWO, TEN));

        assertThat(mean(sample)).isEqualTo(6, within(0.03));
        assertThat(deviation(sample)).isEqualTo(8 / Math.sqrt(12), within(0.03));
        assertThat(sample[0]).isBetween(2.0, 2.01);
        assertThat(sample[DRAWS - 1]).isBetween(9.99, 10.0);
    }

    @Test
    void aUniformDelayOfOneNanosecondOrTwoHasBothEnds() {
        LatencyDistribution two = LatencyDistribution.uniform(Duration.ofNanos(5), Duration.ofNanos(6));
        assertThat(sample(two)).contains(5e-6, 6e-6);
        assertThat(LatencyDistribution.uniform(MS, MS).nanos(3)).isEqualTo(1_000_000);
    }

    @Test
    void aNormalDelayFarFromItsFloorHasItsMeanAndDeviation() {
        double[] sample = sample(LatencyDistribution.normal(TEN, MS, Duration.ZERO));

        assertThat(mean(sample)).isEqualTo(10, within(0.01));
        assertThat(deviation(sample)).isEqualTo(1, within(0.01));
    }

    /* Cut at its mean, the normal distribution is the half normal: mean σ·√(2/π) above it. */
    @Test
    void aNormalDelayIsNeverBelowItsFloorAndFollowsTheTruncatedDistribution() {
        double[] sample = sample(LatencyDistribution.normal(TEN, TWO, TEN));

        assertThat(sample[0]).isGreaterThanOrEqualTo(10);
        assertThat(mean(sample)).isEqualTo(10 + 2 * Math.sqrt(2 / Math.PI), within(0.02));
    }

    @Test
    void aLogNormalDelayHasItsMedianAndItsTail() {
        double[] sample = sample(LatencyDistribution.logNormal(TEN, 0.5, TWO));

        assertThat(sample[DRAWS / 2]).isEqualTo(10, within(0.05));
        // The 97.725th percentile is two sigmas up: 2 + 8·e.
        assertThat(sample[97_725]).isEqualTo(2 + 8 * Math.E, within(0.5));
        assertThat(sample[0]).isGreaterThan(2);
    }

    @Test
    void anExponentialDelayHasItsMeanAndIsAsVariedAsItsPartAboveTheFloor() {
        double[] sample = sample(LatencyDistribution.exponential(TEN, TWO));

        assertThat(mean(sample)).isEqualTo(10, within(0.08));
        assertThat(deviation(sample)).isEqualTo(8, within(0.15));
        assertThat(sample[DRAWS / 2]).isEqualTo(2 + 8 * Math.log(2), within(0.08));
        assertThat(sample[0]).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aGammaDelayHasItsMeanAndDeviationWhateverItsShape() {
        for (double shape : new double[] {0.5, 1, 4, 100}) {
            double[] sample = sample(LatencyDistribution.gamma(TEN, shape, TWO));
            double deviation = 8 / Math.sqrt(shape);
            assertThat(mean(sample)).as("mean of shape " + shape).isEqualTo(10, within(0.012 * deviation));
            assertThat(deviation(sample))
                    .as("deviation of shape " + shape)
                    .isEqualTo(deviation, within(0.03 * deviation));
            assertThat(sample[0]).isGreaterThanOrEqualTo(2);
        }
    }

    /** They may never change: a stored run must be repeatable. */
    @Test
    void theDrawsOfASeedAreTheSameOnEveryMachine() {
        assertThat(List.of(
                        LatencyDistribution.uniform(TWO, TEN).nanos(42),
                        LatencyDistribution.normal(TEN, TWO, MS).nanos(42),
                        LatencyDistribution.logNormal(TEN, 0.5, MS).nanos(42),
                        LatencyDistribution.exponential(TEN, MS).nanos(42),
                        LatencyDistribution.gamma(TEN, 2, MS).nanos(42)))
                .containsExactly(7_932_519L, 10_829_440L, 12_073_828L, 3_690_934L, 11_176_501L);
    }

    @Test
    void noDelayIsAboveAnHour() {
        LatencyDistribution wild = LatencyDistribution.logNormal(Duration.ofMinutes(59), 3, Duration.ZERO);
        for (int i = 0; i < 1_000; i++) {
            assertThat(wild.nanos(Draws.of(1, 1, i)))
                    .isBetween(0L, Duration.ofHours(1).toNanos());
        }
    }

    @Test
    void eachSaysWhatItIs() {
        assertThat(LatencyDistribution.constant(MS).describe()).isEqualTo("1 ms");
        assertThat(LatencyDistribution.uniform(MS, TWO).describe()).isEqualTo("uniform, 1 ms to 2 ms");
        assertThat(LatencyDistribution.normal(TEN, TWO, MS).describe())
                .isEqualTo("normal, mean 10 ms, standard deviation 2 ms, not below 1 ms");
        assertThat(LatencyDistribution.logNormal(TEN, 0.5, Duration.ZERO).describe())
                .isEqualTo("log-normal, median 10 ms, sigma 0.5");
        assertThat(LatencyDistribution.exponential(TEN, MS).describe())
                .isEqualTo("exponential, mean 10 ms, not below 1 ms");
        assertThat(LatencyDistribution.gamma(TEN, 2, MS).describe())
                .isEqualTo("gamma with shape 2, mean 10 ms, not below 1 ms");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> LatencyDistribution.constant(Duration.ofHours(2)))
                .hasMessage("latency: delay PT2H must be from zero to one hour");
        assertThatThrownBy(() -> LatencyDistribution.constant(Duration.ofNanos(-1)))
                .hasMessage("latency: delay PT-0.000000001S must be from zero to one hour");
        assertThatThrownBy(() -> LatencyDistribution.uniform(TEN, TWO))
                .hasMessage("latency: highest 2 ms is below lowest 10 ms; swap them");
        assertThatThrownBy(() -> LatencyDistribution.normal(TWO, MS, TEN))
                .hasMessage("latency: mean 2 ms is below the lowest delay 10 ms; lower that");
        assertThatThrownBy(() -> LatencyDistribution.normal(TEN, Duration.ZERO, MS))
                .hasMessage(
                        "latency: the standard deviation of a normal delay must be above zero; use a constant delay for none");
        assertThatThrownBy(() -> LatencyDistribution.logNormal(TEN, 0.5, TEN))
                .hasMessage("latency: median 10 ms must be above the lowest delay 10 ms");
        assertThatThrownBy(() -> LatencyDistribution.logNormal(TEN, 3.5, MS))
                .hasMessage("latency: sigma 3.5 of a log-normal delay must be above 0 and at most 3");
        assertThatThrownBy(() -> LatencyDistribution.exponential(MS, MS))
                .hasMessage("latency: mean 1 ms must be above the lowest delay 1 ms");
        assertThatThrownBy(() -> LatencyDistribution.gamma(TEN, 0, MS))
                .hasMessage("latency: shape 0.0 of a gamma-distributed delay must be from 0.01 to 10000");
        assertThatThrownBy(() -> LatencyDistribution.gamma(TEN, Double.NaN, MS)).hasMessageContaining("shape NaN");
    }
}
