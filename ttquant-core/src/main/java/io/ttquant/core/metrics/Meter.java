package io.ttquant.core.metrics;

import io.ttquant.api.metrics.MetricKind;
import java.util.List;

/**
 * A meter of the {@link Catalogue}: what is measured, whatever the engine, the strategy or the instrument.
 *
 * @param name as Prometheus shows it: lower case with underscores, the base unit last, counters end in {@code _total}
 * @param kind how it behaves
 * @param unit {@code seconds}, {@code bytes} and {@code ratio} are the base units that are part of the name; else what one of it is, such as {@code orders}
 * @param description a sentence, which is the help text
 * @param labels the names of its dimensions, in order
 * @param overflow what stands for what is above the limit on series
 */
public record Meter(
        String name, MetricKind kind, String unit, String description, List<String> labels, Overflow overflow) {
    /** Copies the labels. */
    public Meter {
        labels = List.copyOf(labels);
    }

    static Meter counter(String name, String unit, String description, String... labels) {
        return new Meter(name, MetricKind.COUNTER, unit, description, List.of(labels), Overflow.SUM);
    }

    /** A gauge of which several add up. */
    static Meter sum(String name, String unit, String description, String... labels) {
        return new Meter(name, MetricKind.GAUGE, unit, description, List.of(labels), Overflow.SUM);
    }

    /** A gauge of which the largest matters. */
    static Meter most(String name, String unit, String description, String... labels) {
        return new Meter(name, MetricKind.GAUGE, unit, description, List.of(labels), Overflow.MAX);
    }

    /** A gauge of which several make no sense together. */
    static Meter each(String name, String unit, String description, String... labels) {
        return new Meter(name, MetricKind.GAUGE, unit, description, List.of(labels), Overflow.NONE);
    }

    static Meter histogram(String name, String description, String... labels) {
        return new Meter(name, MetricKind.HISTOGRAM, "seconds", description, List.of(labels), Overflow.SUM);
    }

    /** The name with dots that a {@link io.ttquant.api.metrics.Metric} has, which leaves what counters end in to those who show it. */
    public String dotted() {
        String stem = kind == MetricKind.COUNTER ? name.substring(0, name.length() - "_total".length()) : name;
        return stem.replace('_', '.');
    }
}
