package io.ttquant.examples.bench;

import java.nio.file.Path;
import java.sql.SQLException;

/** A store and the barest way into the same table of the same database, with the same rows. Each writes into a table of its own that is empty. */
interface StoreRace extends AutoCloseable {
    /** Of the store. */
    String name();

    /** The part of the bare rate that the store should have. */
    double goal();

    /** Rows a second by the bare way. */
    double bare(Path folder, int rows) throws SQLException;

    /** Rows a second through the storage, from the first given to the last that is safe. */
    double ours(Path folder, int rows) throws SQLException;

    @Override
    default void close() {}
}
