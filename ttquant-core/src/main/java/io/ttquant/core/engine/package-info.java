/**
 * The one event loop, its builder and its life cycle.
 *
 * <p>For each event, in this order: the clock advances and due timers fire, each settled before the next; the simulated exchange, where
 * there is one, sees the event, and what it causes is settled; then cache, aggregators and strategies see it; then commands are drained
 * and matched until nothing is pending at this instant. Everything runs on the caller's thread.
 */
@NullMarked
package io.ttquant.core.engine;

import org.jspecify.annotations.NullMarked;
