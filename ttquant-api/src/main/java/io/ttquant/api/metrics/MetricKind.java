package io.ttquant.api.metrics;

/** How a metric behaves. */
public enum MetricKind {
    /** Only rises. */
    COUNTER,
    /** Rises and falls. */
    GAUGE,
    /** Counts values by how large they are; its value is how many there were. */
    HISTOGRAM
}
