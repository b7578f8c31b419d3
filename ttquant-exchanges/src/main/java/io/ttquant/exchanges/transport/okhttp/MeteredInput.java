package io.ttquant.exchanges.transport.okhttp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Shows a meter all that is read. */
final class MeteredInput extends FilterInputStream {
    private final MessageMeter meter;

    MeteredInput(InputStream in, MessageMeter meter) {
        super(in);
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        meter.read(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        meter.read(count);
        return count;
    }
}
