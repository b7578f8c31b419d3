package io.ttquant.api.metrics;

/** How a metric behaves. */
public enum MetricKind {
    /** Only rises. */
    COUNTER,
    /** Rises and falls. */
    GAUGE
}
