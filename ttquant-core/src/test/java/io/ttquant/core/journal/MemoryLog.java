package io.ttquant.core.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A log in memory. */
final class MemoryLog implements DurableLog {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int parts;

    @Override
    public void append(ByteBuffer bytes) {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        kept.writeBytes(part);
        parts++;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    int parts() {
        return parts;
    }

    static JournalReader reader(byte[] bytes) {
        return JournalReader.of(new ByteArrayInputStream(bytes));
    }

    @Override
    public void close() {
        // What is in memory stays.
    }
}
