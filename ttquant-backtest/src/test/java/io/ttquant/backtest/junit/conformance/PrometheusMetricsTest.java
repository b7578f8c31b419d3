package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.core.metrics.prometheus.PrometheusMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;

/** The endpoint for Prometheus as a scraper sees it. */
class PrometheusMetricsTest extends MetricsConformance {
    private final PrometheusMetrics provider = new PrometheusMetrics();

    @Override
    protected MetricsProvider provider() {
        return provider;
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("port", "0");
    }

    @Override
    protected OptionalDouble exported(Metric metric) {
        return PrometheusText.value(scrape(), metric, metric.kind() == MetricKind.HISTOGRAM ? "_count" : "", Map.of());
    }

    @Override
    protected OptionalDouble exportedUpTo(Metric histogram, double bound) {
        return PrometheusText.bucket(scrape(), histogram, bound);
    }

    /** Nothing bound, nothing served. */
    private String scrape() {
        StringBuilder all = new StringBuilder();
        provider.ports().forEach(port -> {
            try (InputStream in =
                    URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all.toString();
    }
}
