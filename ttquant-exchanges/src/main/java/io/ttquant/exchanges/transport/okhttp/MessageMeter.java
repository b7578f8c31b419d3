package io.ttquant.exchanges.transport.okhttp;

import java.io.IOException;

/**
 * Bytes that came on a WebSocket since its last whole message: OkHttp gathers a message without any limit. Used by the one thread that
 * reads the socket.
 */
final class MessageMeter {
    private final long ceiling;
    private long bytes;

    MessageMeter(long ceiling) {
        this.ceiling = ceiling;
    }

    /** Counts what was read. */
    void read(long count) throws IOException {
        bytes += Math.max(0, count);
        if (bytes > ceiling) {
            throw new OversizedMessageException("a message has more than " + ceiling + " bytes");
        }
    }

    /** A message is whole. */
    void message() {
        bytes = 0;
    }
}
