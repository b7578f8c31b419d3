package io.ttquant.api.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A figure of an engine, to be read whenever a provider likes.
 *
 * @param name lower case with dots, such as {@code ttquant.orders.filled}
 * @param kind how it behaves
 * @param unit base unit, such as {@code seconds} or {@code orders}; empty if it has none
 * @param description a sentence, never empty
 * @param tags a small fixed set of dimensions
 * @param value reads it; safe from any thread, may be a little behind
 */
public record Metric(
        String name, MetricKind kind, String unit, String description, Map<String, String> tags, DoubleSupplier value) {
    /** Copies the tags. */
    public Metric {
        tags = Map.copyOf(tags);
    }
}
