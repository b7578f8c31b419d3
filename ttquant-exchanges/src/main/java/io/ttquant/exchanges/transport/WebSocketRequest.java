package io.ttquant.exchanges.transport;

import java.net.URI;
import java.time.Duration;

/**
 * A request for a WebSocket. {@link #toString()} shows host and path only, since a query may hold a listen key.
 *
 * @param uri absolute, {@code wss}, or {@code ws} on loopback
 * @param headers of the handshake
 * @param pingEach how often the network pings the server (RFC 6455, 5.5.2); a ping that is not answered before the next one is due fails the socket, so that one
 *     that is half-open is noticed within twice this time. Zero for never
 */
public record WebSocketRequest(URI uri, HttpHeaders headers, Duration pingEach) {
    /** Checks the values. */
    public WebSocketRequest {
        if (pingEach.isNegative()) {
            throw new IllegalArgumentException(
                    "pings are to be sent each " + pingEach + ", which is negative; write zero for none");
        }
    }

    /** A request without headers or pings. */
    public static WebSocketRequest of(URI uri) {
        return new WebSocketRequest(uri, HttpHeaders.NONE, Duration.ZERO);
    }

    /** The same with pings. */
    public WebSocketRequest withPings(Duration each) {
        return new WebSocketRequest(uri, headers, each);
    }

    @Override
    public String toString() {
        return Addresses.withoutQuery(uri);
    }
}
