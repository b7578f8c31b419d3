package io.ttquant.exchanges.transport.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket whose reading is metered. */
final class MeteredSocket extends Socket {
    private final MessageMeter meter;

    MeteredSocket(MessageMeter meter) {
        this.meter = meter;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new MeteredInput(super.getInputStream(), meter);
    }
}
