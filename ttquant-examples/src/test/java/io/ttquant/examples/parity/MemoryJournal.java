package io.ttquant.examples.parity;

import io.ttquant.core.journal.DurableLog;
import io.ttquant.core.journal.JournalReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A journal in memory. */
final class MemoryJournal implements DurableLog {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void append(ByteBuffer bytes) {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        kept.writeBytes(part);
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    JournalReader reader() {
        return JournalReader.of(new ByteArrayInputStream(bytes()));
    }

    @Override
    public void close() {
        // What is in memory stays.
    }
}
