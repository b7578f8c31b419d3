/** Metrics for Prometheus: its text format, and a small endpoint that serves it. */
@NullMarked
package io.ttquant.core.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
