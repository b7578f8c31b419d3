package io.ttquant.exchanges.transport.simulated;

import io.ttquant.exchanges.transport.WebSocketRequest;

/** A server of WebSockets, in a line. */
@FunctionalInterface
public interface WebSocketHandler {
    /** A text arrived. */
    void message(SimulatedPeer peer, String text);

    /** The status of the answer to a handshake: 101 opens a socket, any other refuses it. */
    default int status(WebSocketRequest request) {
        return 101;
    }

    /** What a refusal says of when to come again, as its header {@code Retry-After}; empty for nothing. */
    default String retryAfter() {
        return "";
    }

    /** A socket was opened. */
    default void opened(SimulatedPeer peer) {}

    /** The other side closed the socket, or it broke. */
    default void closed(SimulatedPeer peer) {}
}
