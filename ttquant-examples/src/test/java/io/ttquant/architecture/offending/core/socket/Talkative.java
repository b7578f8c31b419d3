package io.ttquant.architecture.offending.core.socket;

import java.io.IOException;
import java.net.Socket;

/** Opens a connection. */
final class Talkative {
    private Talkative() {}

    static Socket call(String host) throws IOException {
        return new Socket(host, 80);
    }
}
