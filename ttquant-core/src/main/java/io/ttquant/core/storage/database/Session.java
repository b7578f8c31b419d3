package io.ttquant.core.storage.database;

import java.sql.SQLException;

/** A connection that writes. For one thread; never the engine's. */
public interface Session extends AutoCloseable {
    /**
     * Writes a batch in one transaction. A row whose key, or second key, is known is left as it was first, whether it was there before or stands earlier in the same
     * batch; so a batch may be given again. When this returns, the batch survives the end of the process and of the machine.
     *
     * @throws SQLException if that is not certain: all of the batch is in the database, or nothing. The session is then of no more use: close it, open
     *     another, and give the batch again.
     */
    Applied apply(Batch batch) throws SQLException;

    /** After {@link #apply} failed: whether it had asked for the commit, so that it is not known what became of the batch. False in all other cases. */
    boolean isCommitting();

    /** Closes the connection; never throws, because what is closed may be broken. */
    @Override
    void close();
}
