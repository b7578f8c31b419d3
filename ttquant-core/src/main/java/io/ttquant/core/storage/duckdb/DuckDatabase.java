package io.ttquant.core.storage.duckdb;

import io.ttquant.core.storage.database.Chunks;
import io.ttquant.core.storage.database.ClaimedRuns;
import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.database.Migrator;
import io.ttquant.core.storage.database.Question;
import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** A DuckDB file. This process has it alone while it is open; connections within the process are many. */
final class DuckDatabase implements Database {
    private final String path;
    private final int threads;
    private final int memoryMegabytes;
    private final DuckFile file;
    private @Nullable DuckDBConnection root;
    private boolean isClosed;

    /**
     * A file that is opened when it is needed first.
     *
     * @param path absolute
     * @param threads 0: as many as there are processors
     * @param memoryMegabytes 0: as the database does by itself, four fifths of the machine's
     */
    DuckDatabase(String path, int threads, int memoryMegabytes) {
        this.path = path;
        this.threads = threads;
        this.memoryMegabytes = memoryMegabytes;
        this.file = DuckFile.open(path);
    }

    @Override
    public String name() {
        return "DuckDB file " + path;
    }

    @Override
    public Dialect dialect() {
        return DuckDialect.DUCK;
    }

    @Override
    public void migrate(Schema schema) throws SQLException {
        file.lock().lock();
        try (Connection connection = duplicate();
                Statement transaction = connection.createStatement()) {
            transaction.execute("begin transaction");
            try {
                Migrator.migrate(connection, dialect(), schema, name());
                transaction.execute("commit");
            } catch (SQLException | RuntimeException e) {
                transaction.execute("rollback");
                throw e;
            }
        } finally {
            file.lock().unlock();
        }
    }

    @Override
    public Session connect() throws SQLException {
        DuckDBConnection connection = duplicate();
        try {
            return new DuckSession(connection, file);
        } catch (SQLException | RuntimeException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    @Override
    public synchronized void claim(String run) {
        if (isClosed) {
            throw ClaimedRuns.closed(run, name());
        }
        if (!file.claim(run, this)) {
            throw ClaimedRuns.taken(run, name(), "another storage of this process");
        }
    }

    @Override
    public String compact() throws SQLException {
        file.lock().lock();
        try (DuckDBConnection connection = duplicate()) {
            int sorted = DuckOrder.of(connection).put(Schema.CURRENT.tables());
            return name() + " has all rows in the order of their keys; " + sorted
                    + (sorted == 1 ? " table was" : " tables were") + " not.";
        } finally {
            file.lock().unlock();
        }
    }

    @Override
    public Connection reader() throws SQLException {
        return reading();
    }

    @Override
    public Chunks read(Question question, int rows) throws SQLException {
        return DuckChunks.open(reading(), question, rows);
    }

    private DuckDBConnection reading() throws SQLException {
        DuckDBConnection connection = duplicate();
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin transaction");
            return connection;
        } catch (SQLException | RuntimeException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    private synchronized DuckDBConnection duplicate() throws SQLException {
        if (isClosed) {
            throw new SQLException(name() + " is closed");
        }
        DuckDBConnection open = root;
        if (open == null) {
            open = new DuckDBDriver()
                    .connect("jdbc:duckdb:" + path, new Properties())
                    .unwrap(DuckDBConnection.class);
            root = open;
            setUp(open);
        }
        return open.duplicate();
    }

    private void setUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (threads > 0) {
                statement.execute("set threads = " + threads);
            }
            if (memoryMegabytes > 0) {
                statement.execute("set memory_limit = '" + memoryMegabytes + "MB'");
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            Quietly.close(root);
            file.release(this);
        }
    }
}
