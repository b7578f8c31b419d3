package io.ttquant.core.metrics.prometheus;

import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import java.util.Locale;
import java.util.Set;

/**
 * What all series of one name share in the text format.
 *
 * @param name in Prometheus' words
 * @param kind how they behave
 * @param help the description
 */
record Family(String name, MetricKind kind, String help) {
    /** The units that are part of a name; see Prometheus, "Metric and label naming". */
    private static final Set<String> BASE_UNITS = Set.of("seconds", "bytes", "ratio");

    private static final String TOTAL = "_total";

    static Family of(Metric metric) {
        String name = metric.name().replace('.', '_');
        String unit = "_" + metric.unit();
        if (BASE_UNITS.contains(metric.unit()) && !name.endsWith(unit)) {
            name += unit;
        }
        if (metric.kind() == MetricKind.COUNTER && !name.endsWith(TOTAL)) {
            name += TOTAL;
        }
        return new Family(name, metric.kind(), metric.description());
    }

    String type() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
