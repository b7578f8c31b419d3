package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.core.metrics.micrometer.MicrometerMetrics;
import io.ttquant.core.metrics.prometheus.PrometheusMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** That our endpoint and the Prometheus registry of Micrometer show every meter of the catalogue under the same names with the same values. */
class ExportAgreementTest {
    private static List<Metric> metrics() {
        List<Metric> all = new ArrayList<>();
        double value = 0;
        for (Meter meter : Catalogue.meters()) {
            Map<String, String> tags = new TreeMap<>();
            meter.labels().forEach(label -> tags.put(label, "a \\ \"" + label + "\" \n b"));
            double mine = value += 1.25;
            all.add(
                    meter.kind() == MetricKind.HISTOGRAM
                            ? Metric.histogram(
                                    meter.dotted(),
                                    meter.unit(),
                                    meter.description(),
                                    tags,
                                    () -> Distribution.of(
                                            new double[] {1e-6, 0.0015, 100}, new long[] {1, 2, 3, 4}, mine))
                            : new Metric(
                                    meter.dotted(), meter.kind(), meter.unit(), meter.description(), tags, () -> mine));
        }
        return all;
    }

    @Test
    @SuppressWarnings("try") // The bindings only have to be there.
    void bothShowTheSameUnderTheNamesOfTheCatalogue() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        PrometheusMetrics endpoint = new PrometheusMetrics();
        try (MetricsProvider.Binding one = MicrometerMetrics.to(registry).bind(metrics(), Map.of());
                MetricsProvider.Binding two = endpoint.bind(metrics(), Map.of("port", "0"))) {
            Map<String, String> theirs = lines(registry.scrape());
            Map<String, String> ours = lines(scrape(endpoint));

            assertThat(ours).isEqualTo(theirs);
            assertThat(ours.keySet().stream().filter(key -> key.startsWith("# TYPE ")))
                    .containsExactlyInAnyOrderElementsOf(Catalogue.meters().stream()
                            .map(meter -> "# TYPE " + meter.name())
                            .toList());
        }
        assertThat(registry.scrape()).isEmpty();
        assertThat(endpoint.ports()).isEmpty();
    }

    private static String scrape(PrometheusMetrics endpoint) throws IOException {
        int port = endpoint.ports().iterator().next();
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** By all but the last word, with labels in the order of their names, numbers by their value. */
    private static Map<String, String> lines(String scrape) {
        Map<String, String> lines = new TreeMap<>();
        for (String line : scrape.split("\n")) {
            if (line.startsWith("# HELP")) {
                lines.put("# HELP " + line.split(" ")[2], line);
                continue;
            }
            int space = line.lastIndexOf(' ');
            String last = line.substring(space + 1);
            lines.put(sorted(line.substring(0, space)), line.startsWith("#") ? last : number(last));
        }
        return lines;
    }

    private static String number(String text) {
        return Double.toString(Double.parseDouble(text.replace("Inf", "Infinity")));
    }

    private static String sorted(String sample) {
        int open = sample.indexOf('{');
        if (open < 0) {
            return sample;
        }
        String[] labels = sample.substring(open + 1, sample.length() - 1).split(",");
        Arrays.sort(labels);
        return sample.substring(0, open) + Arrays.toString(labels);
    }
}
