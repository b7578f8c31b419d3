package io.ttquant.exchanges.transport.okhttp;

import java.io.IOException;

/** A message on a WebSocket is larger than its ceiling. */
final class OversizedMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    OversizedMessageException(String message) {
        super(message);
    }
}
