package io.ttquant.exchanges.transport.simulated;

import io.ttquant.exchanges.transport.WebSocketRequest;

/** A server of WebSockets, in a line. */
@FunctionalInterface
public interface WebSocketHandler {
    /** A text arrived. */
    void message(SimulatedPeer peer, String text);

    /** Whether to open a socket at all; refused ones get the status 403. */
    default boolean accepts(WebSocketRequest request) {
        return true;
    }

    /** A socket was opened. */
    default void opened(SimulatedPeer peer) {}

    /** The other side closed the socket, or it broke. */
    default void closed(SimulatedPeer peer) {}
}
