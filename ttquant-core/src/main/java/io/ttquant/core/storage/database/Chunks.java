package io.ttquant.core.storage.database;

import java.sql.SQLException;

/** Rows that come a chunk at a time. For one thread. */
public interface Chunks extends AutoCloseable {
    /** The next rows, in a block of their own; one without rows at the end. */
    Block next() throws SQLException;

    /** Frees what reading holds; never throws. Closing again does nothing. */
    @Override
    void close();
}
