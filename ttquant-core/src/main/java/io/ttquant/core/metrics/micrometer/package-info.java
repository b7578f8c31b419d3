/** Metrics in any Micrometer registry: bound by functions that are called when the registry looks, never by the engine. */
@NullMarked
package io.ttquant.core.metrics.micrometer;

import org.jspecify.annotations.NullMarked;
