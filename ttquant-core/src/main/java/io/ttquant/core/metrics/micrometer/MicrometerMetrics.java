package io.ttquant.core.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricsCapability;
import io.ttquant.api.metrics.MetricsProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Metrics in a registry of Micrometer, whichever the user has. Counters become function counters, gauges gauges. Histograms are histograms with buckets in a
 * registry for Prometheus; in all others the function counters {@code NAME.count}, {@code NAME.sum} and {@code NAME.bucket}, the last with a tag {@code le}
 * for each bound. A composite registry is taken for those that are in it when an engine is bound.
 *
 * <p>There are no settings. What {@link java.util.ServiceLoader} finds exports to {@link Metrics#globalRegistry}; for another registry make one by {@link #to}
 * and pass it in.
 */
public final class MicrometerMetrics implements MetricsProvider {
    private final MeterRegistry registry;
    private final Set<String> taken = new HashSet<>();

    /** Exports to the global registry. */
    public MicrometerMetrics() {
        this(Metrics.globalRegistry);
    }

    private MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Exports to a registry, which stays the caller's: it is never closed here. */
    public static MicrometerMetrics to(MeterRegistry registry) {
        return new MicrometerMetrics(registry);
    }

    @Override
    public String id() {
        return "micrometer";
    }

    @Override
    public Set<MetricsCapability> capabilities() {
        return Set.of(MetricsCapability.PULL, MetricsCapability.BUCKETS);
    }

    @Override
    public synchronized Binding bind(Collection<Metric> metrics, Map<String, String> settings) {
        if (!settings.isEmpty()) {
            throw new IllegalArgumentException("the metrics of Micrometer have no settings, but " + settings.keySet()
                    + " are given; set up the registry instead");
        }
        List<Metric> mine = List.copyOf(metrics);
        Set<String> keys = keys(mine);
        taken.addAll(keys);
        List<Runnable> removals = new ArrayList<>();
        try {
            leaves(registry).forEach(leaf -> removals.addAll(RegistryBinding.bind(leaf, mine)));
        } catch (RuntimeException e) {
            removals.forEach(Runnable::run);
            taken.removeAll(keys);
            throw e;
        }
        return new Bound(keys, removals);
    }

    private Set<String> keys(List<Metric> metrics) {
        Set<String> keys = new HashSet<>();
        for (Metric metric : metrics) {
            String key = metric.name() + new TreeMap<>(metric.tags());
            if (taken.contains(key) || !keys.add(key)) {
                throw new IllegalArgumentException("two metrics are called " + metric.name() + metric.tags()
                        + "; tell them apart by a tag, such as the name of the engine");
            }
        }
        return keys;
    }

    private static List<MeterRegistry> leaves(MeterRegistry registry) {
        if (!(registry instanceof CompositeMeterRegistry composite)) {
            return List.of(registry);
        }
        return composite.getRegistries().stream()
                .flatMap(each -> leaves(each).stream())
                .distinct()
                .toList();
    }

    private synchronized void release(Set<String> keys) {
        taken.removeAll(keys);
    }

    private final class Bound implements Binding {
        private final Set<String> keys;
        private final List<Runnable> removals;
        private boolean isClosed;

        Bound(Set<String> keys, List<Runnable> removals) {
            this.keys = keys;
            this.removals = removals;
        }

        @Override
        public synchronized void close() {
            if (!isClosed) {
                isClosed = true;
                removals.forEach(Runnable::run);
                release(keys);
            }
        }
    }
}
