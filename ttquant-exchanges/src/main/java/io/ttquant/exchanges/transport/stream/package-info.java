/** Streams that come back: reconnect, log in, subscribe, notice silence, replace a connection before it is cut. */
@NullMarked
package io.ttquant.exchanges.transport.stream;

import org.jspecify.annotations.NullMarked;
