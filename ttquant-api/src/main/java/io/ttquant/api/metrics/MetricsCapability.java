package io.ttquant.api.metrics;

/** How a metrics provider hands figures on. */
public enum MetricsCapability {
    /** Is read by others, as a Prometheus endpoint is. */
    PULL,
    /** Sends by itself. */
    PUSH
}
