package io.ttquant.backtest.junit.conformance;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.core.metrics.micrometer.MicrometerMetrics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/** Metrics in a registry of Micrometer without histograms, behind a composite one. */
class MicrometerSimpleTest extends MetricsConformance {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MetricsProvider provider = MicrometerMetrics.to(composite(registry));

    private static MeterRegistry composite(MeterRegistry registry) {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(registry);
        return composite;
    }

    @Override
    protected MetricsProvider provider() {
        return provider;
    }

    @Override
    protected OptionalDouble exported(Metric metric) {
        return read(metric, metric.kind() == MetricKind.HISTOGRAM ? ".count" : "", List.of());
    }

    @Override
    protected OptionalDouble exportedUpTo(Metric histogram, double bound) {
        String le = Double.isInfinite(bound) ? "+Inf" : Double.toString(bound);
        return read(histogram, ".bucket", List.of(Tag.of("le", le)));
    }

    private OptionalDouble read(Metric metric, String suffix, List<Tag> more) {
        return registry
                .find(metric.name() + suffix)
                .tags(metric.tags().entrySet().stream()
                        .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                        .toList())
                .tags(more)
                .meters()
                .stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToDouble(Measurement::getValue)
                .findFirst();
    }
}
