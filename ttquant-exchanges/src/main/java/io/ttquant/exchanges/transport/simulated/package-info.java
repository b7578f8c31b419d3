/** A network and a time that are made up from a seed, so that a whole live stack runs in one thread, the same each time. */
@NullMarked
package io.ttquant.exchanges.transport.simulated;

import org.jspecify.annotations.NullMarked;
