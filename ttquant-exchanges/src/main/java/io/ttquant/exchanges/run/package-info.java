/**
 * Runs the strategies of a configuration on paper and live: one {@link VenueRun} for each venue, from its session over the engine and its warm-up to an
 * orderly end. Nothing here makes a thread or reads a file; the mains do.
 */
@NullMarked
package io.ttquant.exchanges.run;

import org.jspecify.annotations.NullMarked;
