package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the number of series is bounded, and that nothing is lost to the bound that can be told. */
class SeriesSetTest {
    private static final Meter COUNTED = Meter.counter("ttquant_things_total", "things", "Things.", "engine", "name");
    private static final Meter AGE = Meter.most("ttquant_age_seconds", "seconds", "An age.", "engine", "name");
    private static final Meter PRICE = Meter.each("ttquant_price", "price", "A price.", "engine", "name");
    private static final Meter TIME = Meter.histogram("ttquant_time_seconds", "A time.", "engine", "name");

    private final SeriesSet series = new SeriesSet(Map.of("engine", "e"), 2);

    private double value(Meter meter, String name) {
        return metric(meter, name).value().getAsDouble();
    }

    private Metric metric(Meter meter, String name) {
        return series.metrics().stream()
                .filter(each -> each.name().equals(meter.dotted()))
                .filter(each -> each.tags().equals(Map.of("engine", "e", "name", name)))
                .findFirst()
                .orElseThrow();
    }

    private boolean has(Meter meter, String name) {
        return series.metrics().stream()
                .anyMatch(each -> each.name().equals(meter.dotted())
                        && each.tags().get("name").equals(name));
    }

    @Test
    void countersAboveTheLimitAreOneWithTheirSum() {
        for (int i = 1; i <= 100; i++) {
            double count = i;
            series.add(COUNTED, () -> count, "name" + i);
        }

        assertThat(series.metrics()).hasSize(3);
        assertThat(value(COUNTED, "name1")).isEqualTo(1);
        assertThat(value(COUNTED, "name2")).isEqualTo(2);
        assertThat(value(COUNTED, "other")).isEqualTo(5050 - 3);
        assertThat(series.folded()).isEqualTo(98);
    }

    @Test
    void ofAgesAboveTheLimitTheLargestIsShownAndOfPricesNothing() {
        for (String name : List.of("a", "b", "c", "d")) {
            series.add(AGE, () -> name.charAt(0), name);
            series.add(PRICE, () -> 1, name);
        }

        assertThat(value(AGE, "other")).isEqualTo('d');
        assertThat(has(PRICE, "b")).isTrue();
        assertThat(has(PRICE, "other")).isFalse();
    }

    @Test
    void histogramsAboveTheLimitAreAddedBucketByBucket() {
        for (String name : List.of("a", "b", "c", "d")) {
            series.addHistogram(TIME, () -> Distribution.of(new double[] {1}, new long[] {2, 3}, 7), name);
        }

        Metric other = metric(TIME, "other");
        Distribution all =
                java.util.Objects.requireNonNull(other.distribution()).get();
        assertThat(all.upTo(0)).isEqualTo(4);
        assertThat(all.count()).isEqualTo(10);
        assertThat(all.sum()).isEqualTo(14);
        assertThat(other.value().getAsDouble()).isEqualTo(10);
    }

    @Test
    void theSameNamesAreShownOfEveryMeter() {
        series.add(COUNTED, () -> 1, "a");
        series.add(AGE, () -> 1, "b");
        series.add(COUNTED, () -> 1, "c");
        series.add(COUNTED, () -> 1, "b");

        assertThat(has(COUNTED, "b")).isTrue();
        assertThat(has(COUNTED, "c")).isFalse();
        assertThat(value(COUNTED, "other")).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownAddsNothingToASumAndASumOfUnknownsIsUnknown() {
        series.add(COUNTED, () -> 1, "a");
        series.add(COUNTED, () -> 1, "b");
        series.add(COUNTED, () -> Double.NaN, "c");
        assertThat(value(COUNTED, "other")).isNaN();

        series.add(COUNTED, () -> 5, "d");
        assertThat(value(COUNTED, "other")).isEqualTo(5);
    }

    @Test
    void labelsWithoutAValueAndValuesWithoutALabelAreRefused() {
        assertThatThrownBy(() -> series.add(COUNTED, () -> 1, "a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ttquant_things_total")
                .hasMessageContaining("2 values");
    }
}
