package io.ttquant.core.metrics;

import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The series of one engine. Of each label no more values are shown than the limit says, those that came first; all others are one series with the value
 * {@code other}, of which the meter says what it shows. So the number of series is bounded, whatever an exchange lists or an account holds.
 */
final class SeriesSet {
    private final Map<String, String> fixed;
    private final int most;
    private final Map<String, Set<String>> shown = new HashMap<>();
    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private int folded;

    private record Key(Meter meter, Map<String, String> tags) {}

    private record Group(List<DoubleSupplier> values, List<Supplier<Distribution>> distributions) {}

    /**
     * None yet.
     *
     * @param fixed labels that all of them have the same value of, as far as their meter has them
     * @param most values of a label, at least 1
     */
    SeriesSet(Map<String, String> fixed, int most) {
        this.fixed = Map.copyOf(fixed);
        this.most = most;
    }

    /** A counter or a gauge; the values are of the meter's labels that are not fixed, in their order. */
    void add(Meter meter, DoubleSupplier value, String... values) {
        group(meter, values).values().add(value);
    }

    /** A histogram. */
    void addHistogram(Meter meter, Supplier<Distribution> distribution, String... values) {
        group(meter, values).distributions().add(distribution);
    }

    /** How many series were put together with others so far. */
    int folded() {
        return folded;
    }

    private Group group(Meter meter, String... values) {
        Map<String, String> tags = new LinkedHashMap<>();
        boolean isFolded = false;
        int next = 0;
        for (String label : meter.labels()) {
            String given = fixed.get(label);
            String value = given != null ? given : values[next++];
            String seen = given != null ? given : limited(label, value);
            isFolded |= !seen.equals(value);
            tags.put(label, seen);
        }
        if (next != values.length) {
            throw new IllegalArgumentException("meter " + meter.name() + " has the labels " + meter.labels() + ", but "
                    + values.length + " values are given");
        }
        folded += isFolded ? 1 : 0;
        return groups.computeIfAbsent(new Key(meter, tags), key -> new Group(new ArrayList<>(), new ArrayList<>()));
    }

    private String limited(String label, String value) {
        Set<String> values = shown.computeIfAbsent(label, key -> new HashSet<>());
        return values.contains(value) || (values.size() < most && values.add(value)) ? value : Labels.OTHER;
    }

    /** All of them as metrics. */
    List<Metric> metrics() {
        List<Metric> all = new ArrayList<>();
        groups.forEach((key, group) -> {
            boolean isKnown = key.meter().overflow() != Overflow.NONE || count(group) == 1;
            if (isKnown) {
                all.add(metric(key, group));
            }
        });
        return all;
    }

    private static int count(Group group) {
        return group.values().size() + group.distributions().size();
    }

    private static Metric metric(Key key, Group group) {
        Meter meter = key.meter();
        if (meter.kind() == MetricKind.HISTOGRAM) {
            List<Supplier<Distribution>> all = List.copyOf(group.distributions());
            return Metric.histogram(
                    meter.dotted(),
                    meter.unit(),
                    meter.description(),
                    key.tags(),
                    () -> all.stream()
                            .map(Supplier::get)
                            .reduce(Distribution::plus)
                            .orElse(Distribution.EMPTY));
        }
        return new Metric(
                meter.dotted(), meter.kind(), meter.unit(), meter.description(), key.tags(), value(meter, group));
    }

    private static DoubleSupplier value(Meter meter, Group group) {
        List<DoubleSupplier> all = List.copyOf(group.values());
        if (all.size() == 1) {
            return all.get(0);
        }
        return meter.overflow() == Overflow.MAX ? () -> most(all) : () -> sum(all);
    }

    /** Of those that are known; NaN if none is. */
    private static double sum(List<DoubleSupplier> all) {
        double sum = Double.NaN;
        for (DoubleSupplier each : all) {
            double value = each.getAsDouble();
            sum = Double.isNaN(value) ? sum : Double.isNaN(sum) ? value : sum + value;
        }
        return sum;
    }

    private static double most(List<DoubleSupplier> all) {
        double most = Double.NaN;
        for (DoubleSupplier each : all) {
            double value = each.getAsDouble();
            most = Double.isNaN(value) ? most : Double.isNaN(most) ? value : Math.max(most, value);
        }
        return most;
    }
}
