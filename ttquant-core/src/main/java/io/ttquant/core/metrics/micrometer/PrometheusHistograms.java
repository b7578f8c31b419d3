package io.ttquant.core.metrics.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Histograms of a registry for Prometheus. Micrometer has no histogram that is read by a function, so they are given to the registry beneath it. Loaded only
 * where that library is there.
 */
final class PrometheusHistograms implements MultiCollector {
    /** One for a registry, however many engines are bound to it: two of one name would be two families. */
    private static final Map<PrometheusRegistry, PrometheusHistograms> BY_REGISTRY =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<Metric, Point> points = Collections.synchronizedMap(new LinkedHashMap<>());

    private record Point(String name, Labels labels, Metric metric) {}

    private PrometheusHistograms() {}

    static boolean isFor(MeterRegistry registry) {
        return registry instanceof PrometheusMeterRegistry;
    }

    /**
     * Shows histograms.
     *
     * @return what takes them out again
     */
    static Runnable bind(MeterRegistry registry, List<Metric> histograms) {
        PrometheusHistograms all =
                BY_REGISTRY.computeIfAbsent(((PrometheusMeterRegistry) registry).getPrometheusRegistry(), key -> {
                    PrometheusHistograms made = new PrometheusHistograms();
                    key.register(made);
                    return made;
                });
        for (Metric metric : histograms) {
            all.points.put(metric, point(registry, metric));
        }
        return () -> histograms.forEach(all.points::remove);
    }

    private static Point point(MeterRegistry registry, Metric metric) {
        Meter.Id id = new Meter.Id(
                metric.name(),
                RegistryBinding.tags(metric),
                RegistryBinding.unit(metric),
                metric.description(),
                Meter.Type.OTHER);
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Tag tag : id.getConventionTags(registry.config().namingConvention())) {
            names.add(tag.getKey());
            values.add(tag.getValue());
        }
        String name = registry.config()
                .namingConvention()
                .name(metric.name(), Meter.Type.DISTRIBUTION_SUMMARY, RegistryBinding.unit(metric));
        return new Point(name, Labels.of(names, values), metric);
    }

    @Override
    public MetricSnapshots collect() {
        Map<String, List<HistogramDataPointSnapshot>> families = new LinkedHashMap<>();
        Map<String, String> help = new LinkedHashMap<>();
        for (Point point : copy()) {
            try {
                HistogramDataPointSnapshot snapshot = snapshot(point);
                families.computeIfAbsent(point.name(), name -> new ArrayList<>())
                        .add(snapshot);
                help.putIfAbsent(point.name(), point.metric().description());
            } catch (RuntimeException e) {
                // One that cannot be read must not cost the others.
            }
        }
        List<MetricSnapshot> all = new ArrayList<>();
        families.forEach(
                (name, data) -> all.add(new HistogramSnapshot(new MetricMetadata(name, help.get(name)), data)));
        return new MetricSnapshots(all);
    }

    private Collection<Point> copy() {
        synchronized (points) {
            return List.copyOf(points.values());
        }
    }

    private static HistogramDataPointSnapshot snapshot(Point point) {
        Distribution all = RegistryBinding.distribution(point.metric()).get();
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long before = 0;
        for (int i = 0; i < all.size(); i++) {
            buckets.bucket(all.bound(i), all.upTo(i) - before);
            before = all.upTo(i);
        }
        buckets.bucket(Double.POSITIVE_INFINITY, all.count() - before);
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets.build())
                .sum(all.sum())
                .labels(point.labels())
                .build();
    }
}
