package io.ttquant.api.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure of an engine, to be read whenever a provider likes.
 *
 * @param name lower case with dots, such as {@code ttquant.orders.filled}
 * @param kind how it behaves
 * @param unit base unit, such as {@code seconds} or {@code orders}; empty if it has none
 * @param description a sentence, never empty
 * @param tags a small fixed set of dimensions
 * @param value reads it; safe from any thread, may be a little behind; NaN while it is not known. Of a histogram how many values there were
 * @param distribution reads the buckets of a histogram, as safely; null for all others
 */
public record Metric(
        String name,
        MetricKind kind,
        String unit,
        String description,
        Map<String, String> tags,
        DoubleSupplier value,
        @Nullable Supplier<Distribution> distribution) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*");

    /**
     * Copies the tags.
     *
     * @throws IllegalArgumentException if the name is not lower case with dots, or there is no description, or a distribution does not go with the kind
     */
    public Metric {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name '" + name
                    + "' of a metric must be lower case with dots; write for example ttquant.orders.filled");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException(
                    "the metric " + name + " has no description; say in a sentence what it counts");
        }
        if ((kind == MetricKind.HISTOGRAM) != (distribution != null)) {
            throw new IllegalArgumentException("the metric " + name + " of kind " + kind
                    + (distribution == null
                            ? " has no distribution; make it by Metric.histogram"
                            : " has a distribution; only a histogram has one"));
        }
        tags = Map.copyOf(tags);
    }

    /**
     * A counter or a gauge.
     *
     * @throws IllegalArgumentException as the other constructor does
     */
    public Metric(
            String name,
            MetricKind kind,
            String unit,
            String description,
            Map<String, String> tags,
            DoubleSupplier value) {
        this(name, kind, unit, description, tags, value, null);
    }

    /**
     * A histogram.
     *
     * @throws IllegalArgumentException as the constructors do
     */
    public static Metric histogram(
            String name,
            String unit,
            String description,
            Map<String, String> tags,
            Supplier<Distribution> distribution) {
        return new Metric(
                name,
                MetricKind.HISTOGRAM,
                unit,
                description,
                tags,
                () -> distribution.get().count(),
                distribution);
    }
}
