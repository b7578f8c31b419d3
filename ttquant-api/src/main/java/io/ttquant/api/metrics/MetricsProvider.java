package io.ttquant.api.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** A kind of metrics export, found by {@link java.util.ServiceLoader} under its id or passed in by hand. */
public interface MetricsProvider {
    /** A short lower-case id, such as {@code prometheus}. Unique. */
    String id();

    /** How it hands figures on. */
    Set<MetricsCapability> capabilities();

    /**
     * Starts to export the metrics of an engine; closing ends it. Those of several engines live side by side. Metrics are read when somebody looks, or when they
     * are sent, on a thread of the provider's; one that throws, or is NaN, is not exported, and spoils no other.
     *
     * @param metrics the metrics; copied, may be empty
     * @param settings its section of the configuration file
     * @throws IllegalArgumentException if two metrics have one name and the same tags, with nothing exported; or if a setting is unknown or out of its range
     */
    Binding bind(Collection<Metric> metrics, Map<String, String> settings);

    /** A running export. */
    interface Binding extends AutoCloseable {
        /** Ends the export: nothing is read or shown any more. Closing again does nothing. */
        @Override
        void close();
    }
}
