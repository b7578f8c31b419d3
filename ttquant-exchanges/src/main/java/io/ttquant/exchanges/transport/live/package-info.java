/** The engine's thread in real time: what the network and the streams need, on the loop that drives the engine. */
@NullMarked
package io.ttquant.exchanges.transport.live;

import org.jspecify.annotations.NullMarked;
