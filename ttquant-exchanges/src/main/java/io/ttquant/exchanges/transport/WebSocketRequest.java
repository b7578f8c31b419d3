package io.ttquant.exchanges.transport;

import java.net.URI;

/**
 * A request for a WebSocket. {@link #toString()} shows host and path only, since a query may hold a listen key.
 *
 * @param uri absolute, {@code wss}, or {@code ws} on loopback
 * @param headers of the handshake
 */
public record WebSocketRequest(URI uri, HttpHeaders headers) {
    /** A request without headers. */
    public static WebSocketRequest of(URI uri) {
        return new WebSocketRequest(uri, HttpHeaders.NONE);
    }

    @Override
    public String toString() {
        return Addresses.withoutQuery(uri);
    }
}
