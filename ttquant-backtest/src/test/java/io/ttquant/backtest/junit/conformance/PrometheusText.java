package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Finds a sample in a scrape, by the names that the convention of Prometheus gives. */
final class PrometheusText {
    private PrometheusText() {}

    static OptionalDouble value(String scrape, Metric metric, String suffix, Map<String, String> more) {
        String name = metric.name().replace('.', '_') + (metric.kind() == MetricKind.COUNTER ? "_total" : "") + suffix;
        Map<String, String> labels = new TreeMap<>(metric.tags());
        labels.putAll(more);
        return scrape.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> labels(line).equals(labels))
                .mapToDouble(line -> Double.parseDouble(
                        line.substring(line.lastIndexOf(' ') + 1).replace("+Inf", "Infinity")))
                .findFirst();
    }

    static OptionalDouble bucket(String scrape, Metric histogram, double bound) {
        String le = Double.isInfinite(bound) ? "+Inf" : Double.toString(bound);
        return value(scrape, histogram, "_bucket", Map.of("le", le));
    }

    private static Map<String, String> labels(String line) {
        Map<String, String> labels = new TreeMap<>();
        int open = line.indexOf('{');
        if (open >= 0) {
            for (String each : line.substring(open + 1, line.lastIndexOf('}')).split(",")) {
                int equals = each.indexOf('=');
                labels.put(each.substring(0, equals), each.substring(equals + 2, each.length() - 1));
            }
        }
        return labels;
    }
}
