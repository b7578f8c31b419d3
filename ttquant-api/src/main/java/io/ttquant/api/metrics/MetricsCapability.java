package io.ttquant.api.metrics;

/** How a metrics provider hands figures on. */
public enum MetricsCapability {
    /** Is read by others, as a Prometheus endpoint is. */
    PULL,
    /** Sends by itself. */
    PUSH,
    /** Shows how many values of a histogram there were up to each of its bounds; without it, only how many in all. */
    BUCKETS
}
