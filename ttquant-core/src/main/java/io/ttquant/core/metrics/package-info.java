/**
 * What an engine tells of itself: plain counters that its thread writes, and the {@link io.ttquant.core.metrics.Catalogue} under whose names others read
 * them.
 */
@NullMarked
package io.ttquant.core.metrics;

import org.jspecify.annotations.NullMarked;
