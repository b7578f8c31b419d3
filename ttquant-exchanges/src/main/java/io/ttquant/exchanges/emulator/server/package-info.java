/**
 * How fronts of the local exchange are reached: over real sockets of this machine, or within one thread through the simulated network. A front sees
 * whole requests and texts, on one thread; who moves the bytes is not its concern.
 */
@NullMarked
package io.ttquant.exchanges.emulator.server;

import org.jspecify.annotations.NullMarked;
