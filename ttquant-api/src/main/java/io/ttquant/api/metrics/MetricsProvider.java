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

    /** Starts to export the metrics, with the settings of its section in the configuration file; closing ends it. */
    Binding bind(Collection<Metric> metrics, Map<String, String> settings);

    /** A running export. */
    interface Binding extends AutoCloseable {
        /** Ends the export. */
        @Override
        void close();
    }
}
