package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricsProvider;
import java.util.OptionalDouble;

/** The suite over an export that is broken, or is not. */
abstract class MemoryMetricsSuite extends MetricsConformance {
    private final MemoryMetrics provider;

    MemoryMetricsSuite(MemoryMetrics.Flaw flaw) {
        this.provider = new MemoryMetrics(flaw);
    }

    @Override
    protected MetricsProvider provider() {
        return provider;
    }

    @Override
    protected OptionalDouble exported(Metric metric) {
        return provider.read(metric);
    }

    @Override
    protected OptionalDouble exportedUpTo(Metric histogram, double bound) {
        return provider.upTo(histogram, bound);
    }
}
