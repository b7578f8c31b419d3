package io.ttquant.core.storage.sqlite;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Inserts;
import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Writes into a SQLite file. */
final class SqliteSession implements Session {
    /** A tenth of a millisecond of work in this process: a thread that trades and finds the processors busy does not wait longer than that for it. */
    private static final int ROWS_AT_ONCE = 64;

    private final Connection connection;
    private final Dialect dialect;
    private final Statement transaction;
    private final Map<String, Inserts> inserts = new HashMap<>();
    private boolean isCommitting;

    /** On a connection that commits by itself: the driver's own transactions would hold the file's lock between batches too. */
    SqliteSession(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        transaction = connection.createStatement();
    }

    @Override
    public Applied apply(Batch batch) throws SQLException {
        Applied sum = Applied.NOTHING;
        if (batch.rows() == 0) {
            return sum;
        }
        transaction.execute("begin immediate");
        for (Block block : batch.blocks()) {
            sum = sum.plus(of(block).apply(block));
        }
        isCommitting = true;
        transaction.execute("commit");
        isCommitting = false;
        return sum;
    }

    @Override
    public boolean isCommitting() {
        return isCommitting;
    }

    private Inserts of(Block block) throws SQLException {
        String table = block.table().name();
        Inserts known = inserts.get(table);
        if (known == null) {
            known = Inserts.of(connection, dialect, block.table(), ROWS_AT_ONCE);
            inserts.put(table, known);
        }
        return known;
    }

    @Override
    public void close() {
        inserts.values().forEach(Quietly::close);
        Quietly.close(transaction, connection);
    }
}
