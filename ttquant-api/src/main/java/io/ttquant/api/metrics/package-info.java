/** What a metrics provider implements: it pulls plain counters from an engine, which never calls it. */
@NullMarked
package io.ttquant.api.metrics;

import org.jspecify.annotations.NullMarked;
