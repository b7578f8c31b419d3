package io.ttquant.backtest.junit.conformance;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.core.metrics.micrometer.MicrometerMetrics;
import java.util.Map;
import java.util.OptionalDouble;

/** Metrics in a Prometheus registry of Micrometer, as it shows them. */
class MicrometerPrometheusTest extends MetricsConformance {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MetricsProvider provider = MicrometerMetrics.to(registry);

    @Override
    protected MetricsProvider provider() {
        return provider;
    }

    @Override
    protected OptionalDouble exported(Metric metric) {
        return PrometheusText.value(
                registry.scrape(), metric, metric.kind() == MetricKind.HISTOGRAM ? "_count" : "", Map.of());
    }

    @Override
    protected OptionalDouble exportedUpTo(Metric histogram, double bound) {
        return PrometheusText.bucket(registry.scrape(), histogram, bound);
    }
}
