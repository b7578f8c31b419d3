package io.ttquant.exchanges.transport.okhttp;

import java.io.IOException;

/** A SOCKS proxy refused, or did not speak its protocol. */
final class ProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    ProxyException(String message) {
        super(message);
    }
}
