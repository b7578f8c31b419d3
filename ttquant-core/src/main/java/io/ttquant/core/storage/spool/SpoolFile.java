package io.ttquant.core.storage.spool;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A file that is being written. */
public interface SpoolFile extends AutoCloseable {
    /** Writes all of it at the end. */
    void append(ByteBuffer bytes) throws IOException;

    /** Forces what was written to the disk. After an error nothing is known of what was written since the last time: the file must not be written again. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
