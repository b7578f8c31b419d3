package io.ttquant.core.journal;

import java.nio.ByteBuffer;

/** The port to where a journal is kept. Called on the engine's thread. */
public interface DurableLog extends AutoCloseable {
    /**
     * Appends bytes, all of them; they are out of this process once it returns, so that its end by force does not lose them.
     *
     * @param bytes from position to limit; used again by the caller once this returns
     * @throws java.io.UncheckedIOException if they cannot be kept
     */
    void append(ByteBuffer bytes);

    /** Ends the log, and makes it safe against a loss of power. Idempotent. */
    @Override
    void close();
}
