package io.ttquant.core.storage.sqlite;

import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.database.Migrator;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteOpenMode;

/** A SQLite file, with its log of writes ahead beside it, so that readers and the writer do not wait for each other. */
final class SqliteDatabase implements Database {
    /** The writer tries again by itself; migrations and readers wait. */
    private static final int WRITER_BUSY_MILLIS = 20;

    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIB = -32_000;

    private final String file;
    private final boolean forced;
    private final SqliteDialect dialect = new SqliteDialect();
    private final FileClaims claims;

    SqliteDatabase(String file, boolean forced) {
        this.file = file;
        this.forced = forced;
        claims = new FileClaims(Path.of(file), name());
    }

    @Override
    public String name() {
        return "SQLite file " + file;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public void migrate(Schema schema) throws SQLException {
        try (Connection connection = open(config(BUSY_MILLIS));
                Statement transaction = connection.createStatement()) {
            transaction.execute("begin immediate");
            try {
                Migrator.migrate(connection, dialect, schema, name());
                transaction.execute("commit");
            } catch (SQLException | RuntimeException e) {
                transaction.execute("rollback");
                throw e;
            }
        }
    }

    @Override
    public Session connect() throws SQLException {
        return new SqliteSession(open(config(WRITER_BUSY_MILLIS)), dialect);
    }

    @Override
    public Connection reader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setOpenMode(SQLiteOpenMode.READONLY);
        config.resetOpenMode(SQLiteOpenMode.READWRITE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setTransactionMode(TransactionMode.DEFERRED);
        Connection connection = open(config);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void claim(String run) {
        claims.claim(run);
    }

    @Override
    public String compact() throws SQLException {
        try (Connection connection = open(config(BUSY_MILLIS));
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            statement.execute("pragma optimize");
            statement.execute("pragma wal_checkpoint(truncate)");
        }
        return name() + " was written anew without gaps.";
    }

    private SQLiteConfig config(int busyMillis) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMillis);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(forced ? SynchronousMode.FULL : SynchronousMode.NORMAL);
        config.setCacheSize(CACHE_KIB);
        return config;
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** Connections are closed by whoever has them. */
    @Override
    public void close() {
        claims.close();
    }
}
