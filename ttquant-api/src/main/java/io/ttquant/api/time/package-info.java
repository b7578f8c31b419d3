/** Time as a strategy sees it: the clock and timers of its engine, live or simulated, in epoch nanoseconds UTC. */
@NullMarked
package io.ttquant.api.time;

import org.jspecify.annotations.NullMarked;
