package io.ttquant.core.metrics;

import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Metrics by the name that Prometheus has for them. */
record Shown(Collection<Metric> metrics) {
    /** Of a meter, the series with these values of these labels, and with whatever of the others. */
    List<Metric> series(Meter meter, Map<String, String> tags) {
        return metrics.stream()
                .filter(each -> each.name().equals(meter.dotted()))
                .filter(each -> each.tags().entrySet().containsAll(tags.entrySet()))
                .toList();
    }

    /** The sum over the series that have these values of these labels, a label and its value in turn. */
    double value(Meter meter, String... tags) {
        List<Metric> series = series(meter, tags(tags));
        if (series.isEmpty()) {
            throw new AssertionError("no series of " + meter.name() + tags(tags));
        }
        return series.stream().mapToDouble(each -> each.value().getAsDouble()).sum();
    }

    Distribution distribution(Meter meter, String... tags) {
        return series(meter, tags(tags)).stream()
                .map(each -> Objects.requireNonNull(each.distribution()).get())
                .reduce(Distribution::plus)
                .orElseThrow(() -> new AssertionError("no series of " + meter.name()));
    }

    private static Map<String, String> tags(String... pairs) {
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tags.put(pairs[i], pairs[i + 1]);
        }
        return tags;
    }
}
