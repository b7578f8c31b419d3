package io.ttquant.core.metrics.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Metrics as meters of one registry. */
final class RegistryBinding {
    /** Naming conventions append the base unit; what is no base unit is part of the name or of no interest to them. */
    private static final Set<String> BASE_UNITS = Set.of("seconds", "bytes", "ratio");

    private static final boolean HAS_PROMETHEUS = hasPrometheus();

    private final MeterRegistry registry;
    private final List<Runnable> removals = new ArrayList<>();

    private RegistryBinding(MeterRegistry registry) {
        this.registry = registry;
    }

    private static boolean hasPrometheus() {
        try {
            Class.forName("io.micrometer.prometheusmetrics.PrometheusMeterRegistry");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * Binds them.
     *
     * @return what takes each of them out again
     */
    static List<Runnable> bind(MeterRegistry registry, List<Metric> metrics) {
        RegistryBinding binding = new RegistryBinding(registry);
        List<Metric> histograms = new ArrayList<>();
        try {
            for (Metric metric : metrics) {
                if (metric.kind() == MetricKind.HISTOGRAM) {
                    histograms.add(metric);
                } else {
                    binding.scalar(metric);
                }
            }
            if (HAS_PROMETHEUS && PrometheusHistograms.isFor(registry)) {
                binding.removals.add(PrometheusHistograms.bind(registry, histograms));
            } else {
                histograms.forEach(binding::histogram);
            }
        } catch (RuntimeException e) {
            binding.removals.forEach(Runnable::run);
            throw e;
        }
        return binding.removals;
    }

    private void scalar(Metric metric) {
        if (metric.kind() == MetricKind.COUNTER) {
            counter(metric, metric.name(), tags(metric), metric.value());
        } else {
            // Micrometer keeps what it reads by a weak reference unless it is told otherwise, and the figure would be
            // gone with it.
            keep(Gauge.builder(metric.name(), () -> safely(metric.value()))
                    .tags(tags(metric))
                    .description(metric.description())
                    .baseUnit(unit(metric))
                    .strongReference(true)
                    .register(registry));
        }
    }

    private void histogram(Metric metric) {
        Supplier<Distribution> distribution = distribution(metric);
        counter(metric, metric.name() + ".count", tags(metric), metric.value());
        counter(
                metric,
                metric.name() + ".sum",
                tags(metric),
                () -> distribution.get().sum());
        Distribution now = read(distribution);
        for (int i = 0; i < now.size(); i++) {
            int index = i;
            bucket(
                    metric,
                    Double.toString(now.bound(i)),
                    () -> distribution.get().upTo(index));
        }
        bucket(metric, "+Inf", metric.value());
    }

    private void bucket(Metric metric, String bound, DoubleSupplier value) {
        counter(metric, metric.name() + ".bucket", tags(metric).and(Tag.of("le", bound)), value);
    }

    /** The object behind a function counter is kept weakly, hence one that stays; the function holds what it reads. */
    private void counter(Metric metric, String name, Tags tags, DoubleSupplier value) {
        keep(FunctionCounter.builder(name, RegistryBinding.class, type -> rising(value))
                .tags(tags)
                .description(metric.description())
                .baseUnit(name.equals(metric.name()) ? unit(metric) : null)
                .register(registry));
    }

    private void keep(Meter meter) {
        removals.add(() -> registry.remove(meter));
    }

    /** A histogram that cannot be read now has no buckets that could be known. */
    private static Distribution read(Supplier<Distribution> distribution) {
        try {
            return distribution.get();
        } catch (RuntimeException e) {
            return Distribution.EMPTY;
        }
    }

    static Supplier<Distribution> distribution(Metric metric) {
        Supplier<Distribution> distribution = metric.distribution();
        if (distribution == null) {
            throw new IllegalArgumentException("the histogram " + metric.name() + " has no distribution");
        }
        return distribution;
    }

    static Tags tags(Metric metric) {
        return Tags.of(metric.tags().entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList());
    }

    static @Nullable String unit(Metric metric) {
        return BASE_UNITS.contains(metric.unit()) ? metric.unit() : null;
    }

    private static double safely(DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    /** A registry for Prometheus gives up on all that it shows if one counter is negative. */
    private static double rising(DoubleSupplier value) {
        double now = safely(value);
        return now < 0 ? Double.NaN : now;
    }
}
