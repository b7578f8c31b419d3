package io.ttquant.core.storage.duckdb;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Inserts;
import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes into a DuckDB file: by its appender what is certainly new, through {@link DuckStage} what may be known. */
final class DuckSession implements Session {
    private final DuckDBConnection connection;
    private final DuckFile file;
    private final Statement statement;
    private boolean isCommitting;

    /** On a connection of its own. */
    DuckSession(DuckDBConnection connection, DuckFile file) throws SQLException {
        this.connection = connection;
        this.file = file;
        connection.setAutoCommit(false);
        this.statement = connection.createStatement();
    }

    @Override
    public Applied apply(Batch batch) throws SQLException {
        if (batch.rows() == 0) {
            return Applied.NOTHING;
        }
        file.lock().lock();
        boolean isDone = false;
        try {
            // An appender joins a transaction only if a statement has begun it.
            statement.execute("select 1");
            Applied sum = Applied.NOTHING;
            for (Block block : batch.blocks()) {
                sum = sum.plus(apply(block));
            }
            isCommitting = true;
            connection.commit();
            isCommitting = false;
            isDone = true;
            return sum;
        } finally {
            if (!isDone) {
                file.forgetNewest();
                rollBack();
            }
            file.lock().unlock();
        }
    }

    @Override
    public boolean isCommitting() {
        return isCommitting;
    }

    /** Before the lock is given to another, not when the connection is closed. */
    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The transaction ended with the fault that is on its way to the caller.
            Quietly.close(connection);
        }
    }

    private Applied apply(Block block) throws SQLException {
        Table table = block.table();
        if (DuckDialect.DUCK.watchesKeys(table)) {
            try (Inserts inserts = Inserts.of(connection, DuckDialect.DUCK, table, Inserts.MANY)) {
                return inserts.apply(block);
            }
        }
        boolean[] isNew = file.newest(table).take(block, connection);
        int added = append(block, isNew);
        return new Applied(added, 0, 0).plus(added == block.rows() ? Applied.NOTHING : staged(block, isNew, added));
    }

    private int append(Block block, boolean[] isNew) throws SQLException {
        int added = 0;
        try (DuckDBAppender appender = connection.createAppender(block.table().name())) {
            for (int row = 0; row < isNew.length; row++) {
                if (isNew[row]) {
                    appender.beginRow();
                    values(block, row, appender);
                    appender.endRow();
                    added++;
                }
            }
        }
        return added;
    }

    private Applied staged(Block block, boolean[] isNew, int added) throws SQLException {
        DuckStage stage = new DuckStage(block.table());
        statement.execute(stage.create());
        try (DuckDBAppender appender = connection.createAppender("temp", "main", stage.name())) {
            for (int row = 0; row < isNew.length; row++) {
                if (!isNew[row]) {
                    appender.beginRow();
                    values(block, row, appender);
                    appender.append((long) row).endRow();
                }
            }
        }
        int stored = statement.executeUpdate(stage.insert());
        int repeated = block.rows() - added - stored;
        return new Applied(stored, repeated, repeated == 0 ? 0 : count(stage.conflicts()));
    }

    private long count(String sql) throws SQLException {
        try (Statement question = connection.createStatement();
                ResultSet found = question.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void values(Block block, int row, DuckDBAppender appender) throws SQLException {
        int columns = block.table().columns().size();
        for (int i = 0; i < columns; i++) {
            ColumnType type = block.table().columns().get(i).type();
            switch (type) {
                case SMALL -> appender.append((short) block.words(i)[row]);
                case LONG -> appender.append(block.words(i)[row]);
                case REAL -> real(block.real(i, row), appender);
                case TEXT, DECIMAL -> text(block.texts(i)[row], appender);
            }
        }
    }

    private static void real(double value, DuckDBAppender appender) throws SQLException {
        if (Double.isNaN(value)) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }

    private static void text(@Nullable String value, DuckDBAppender appender) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }

    @Override
    public void close() {
        Quietly.close(statement, connection);
    }
}
