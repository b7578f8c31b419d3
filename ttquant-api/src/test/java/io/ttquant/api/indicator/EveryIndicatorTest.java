package io.ttquant.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every indicator of the package, each tried with the same bars. */
class EveryIndicatorTest {
    private static final long SEED = 20_240_117;
    /** Sums since the start, and things that depend on it: they have no finite memory. */
    private static final Set<String> WITHOUT_END = Set.of(
            "VWAP anchored", "VWAP session", "OBV", "A/D", "Williams A/D", "drawdown", "SAR", "SuperTrend", "Renko");

    static Stream<String> names() {
        return Catalogue.all().keySet().stream();
    }

    private static Supplier<Indicator> maker(String name) {
        return Map.copyOf(Catalogue.all()).get(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadyExactlyAfterItsWarmUpAndFiniteFromThenOn(String name) {
        Bars bars = Bars.random(SEED, 600);
        Indicator indicator = maker(name).get();
        for (int i = 0; i < bars.size(); i++) {
            assertThat(indicator.isReady())
                    .as("%s after %d, seed %d", name, i, SEED)
                    .isEqualTo(i >= indicator.warmUp());
            double value = bars.feed(indicator, i);
            assertThat(Double.isFinite(value))
                    .as("%s is %s at %d, seed %d", name, value, i, SEED)
                    .isEqualTo(i + 1 >= indicator.warmUp());
            assertThat(indicator.value()).isEqualTo((Double) value);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsNewAfterAReset(String name) {
        Bars bars = Bars.random(SEED, 300);
        Indicator indicator = maker(name).get();
        double[] first = bars.values(indicator);
        Bars.random(SEED + 1, 77).values(indicator);
        indicator.reset();
        assertThat(indicator.isReady()).isFalse();
        assertThat(indicator.value()).isNaN();
        assertThat(bars.values(indicator)).as("seed %d", SEED).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("names")
    void doesNotLookAhead(String name) {
        Bars bars = Bars.random(SEED, 300);
        Bars other = Bars.random(SEED + 2, 300);
        double[] whole = bars.values(maker(name).get());
        Indicator indicator = maker(name).get();
        for (int i = 0; i < 150; i++) {
            assertThat(bars.feed(indicator, i)).isEqualTo((Double) whole[i]);
        }
        double before = indicator.value();
        other.feed(maker(name).get(), 150);
        assertThat(indicator.value()).as("not shared with another").isEqualTo((Double) before);
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesWhatIsNotFiniteAndStaysAsItWas(String name) {
        Bars bars = Bars.random(SEED, 200);
        Indicator indicator = maker(name).get();
        double[] expected = bars.values(maker(name).get());
        double[] nan = {Double.NaN};
        double[] infinite = {Double.NEGATIVE_INFINITY};
        for (int i = 0; i < 120; i++) {
            assertThat(bars.feed(indicator, i)).isEqualTo((Double) expected[i]);
            for (double[] bad : new double[][] {nan, infinite}) {
                assertThatThrownBy(() -> new Bars(bad, bad, bad, bad, bad).feed(indicator, 0))
                        .as(name)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(String.valueOf(bad[0]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasAValueForPricesThatNeverMove(String name) {
        for (double price : new double[] {0, 0.1, 1e9 / 3}) {
            Indicator indicator = maker(name).get();
            double[] values = Bars.constant(200, price).values(indicator);
            assertThat(Arrays.stream(values).skip(indicator.warmUp() - 1L))
                    .as("%s at %s", name, price)
                    .allMatch(Double::isFinite);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasForgottenAMillionUglyObservations(String name) {
        if (WITHOUT_END.contains(name)) {
            return;
        }
        Indicator old = maker(name).get();
        Bars ugly = Bars.random(SEED + 3, 10_000, 1e9 + 0.1, 1e5);
        Bars small = Bars.random(SEED + 4, 10_000, 1e-3, 1e-1);
        for (int i = 0; i < 1_000_000; i++) {
            (i / 10_000 % 2 == 0 ? small : ugly).feed(old, i % 10_000);
        }
        Bars bars = Bars.random(SEED + 5, 1_500);
        double[] expected = bars.values(maker(name).get());
        double[] values = bars.values(old);
        for (int i = 1_400; i < bars.size(); i++) {
            assertThat(values[i])
                    .as("%s at %d", name, i)
                    .isCloseTo(expected[i], within(1e-9 * (1 + Math.abs(expected[i]))));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void allocatesNothingByAnUpdate(String name) {
        Bars bars = Bars.random(SEED + 6, 2_000);
        Indicator indicator = maker(name).get();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = allocatedBytes();
            for (int i = 0; i < bars.size(); i++) {
                bars.feed(indicator, i);
            }
            least = Math.min(least, allocatedBytes() - before);
        }
        assertThat(least)
                .as("bytes of 2000 updates of %s, but for those of asking", name)
                .isLessThan(2_000);
    }

    /** By reflection, as the module under test does not read the management modules. */
    private static long allocatedBytes() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            return (long) Class.forName("com.sun.management.ThreadMXBean")
                    .getMethod("getThreadAllocatedBytes", long.class)
                    .invoke(threads, Thread.currentThread().getId());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
