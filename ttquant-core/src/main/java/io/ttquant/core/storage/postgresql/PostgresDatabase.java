package io.ttquant.core.storage.postgresql;

import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.database.Migrator;
import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A PostgreSQL server. Without a pool of connections: one writes for as long as it works and is thrown away after any fault, and each reader has one of its own for as
 * long as it reads, so that there would be nothing to lend out.
 */
final class PostgresDatabase implements Database {
    /** The letters TTQuant, as a number that others hardly lock. */
    static final long MIGRATION_LOCK = 0x54_54_51_75_61_6e_74L;
    /** The state that says that something cannot be dropped because other things stand on it. */
    private static final String HELD = "2BP01";
    /** So that the server notices within a minute that a client is gone, whose locks it would keep otherwise; and that commits are durable. */
    private static final String SET_UP = """
            set tcp_keepalives_idle = 30;
            set tcp_keepalives_interval = 10;
            set tcp_keepalives_count = 3;
            select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'
            """;

    private final PostgresSettings settings;
    private final Driver driver = new Driver();
    private final PostgresClaims claims;
    private @Nullable Backend last;

    PostgresDatabase(PostgresSettings settings) {
        this.settings = settings;
        claims = new PostgresClaims(() -> open(settings.properties()), settings.toString(), settings.timeout());
    }

    @Override
    public String name() {
        return settings.toString();
    }

    @Override
    public Dialect dialect() {
        return PostgresDialect.POSTGRES;
    }

    @Override
    public void migrate(Schema schema) throws SQLException {
        // Another engine may be at it, and to put years of ticks into chunks takes hours.
        try (Connection connection = open(settings.patient());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
            if (!settings.schema().isEmpty()) {
                statement.execute("create schema if not exists " + CopiedBlock.quoted(settings.schema()));
            }
            migrate(connection, schema);
            connection.commit();
            connection.setAutoCommit(true);
            Timescale.setUp(connection, settings);
        }
    }

    private void migrate(Connection connection, Schema schema) throws SQLException {
        try {
            Migrator.migrate(connection, dialect(), schema, name());
        } catch (SQLException e) {
            if (!HELD.equals(e.getSQLState())) {
                throw e;
            }
            // The server's own advice is to drop what is not ours.
            throw new IllegalStateException(
                    "the views of " + name() + " are made anew for the schema version " + schema.version()
                            + ", but others stand on them: " + depending(e)
                            + "; drop those first, and make them again after the start",
                    e);
        }
    }

    private static String depending(SQLException e) {
        ServerErrorMessage told = e instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        String detail = told == null ? null : told.getDetail();
        return (detail == null ? String.valueOf(e.getMessage()) : detail).replace("\n", ", ");
    }

    /** A connection that writes; what the one before has left behind on the server ends, because it may hold locks and know nothing of its end. */
    @Override
    public synchronized Session connect() throws SQLException {
        claims.renew();
        Connection connection = open(settings.properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute(SET_UP);
            Backend before = last;
            if (before != null) {
                before.end(connection);
            }
            last = Backend.of(connection);
            connection.setAutoCommit(false);
            return new PostgresSession(connection, claims);
        } catch (SQLException | RuntimeException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    @Override
    public void claim(String run) throws SQLException {
        claims.claim(run);
    }

    @Override
    public Connection reader() throws SQLException {
        return reader(settings.properties());
    }

    @Override
    public Connection surveyor() throws SQLException {
        return reader(settings.patient());
    }

    private Connection reader(Properties properties) throws SQLException {
        properties.setProperty("readOnly", "true");
        Connection connection = open(properties);
        try {
            // A cursor needs a transaction; without one the driver fetches all rows at once. Several cursors are to see
            // the same.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    @Override
    public String compact() throws SQLException {
        try (Connection connection = open(settings.patient());
                Statement statement = connection.createStatement()) {
            for (Table table : Schema.CURRENT.tables()) {
                statement.execute("vacuum (analyze) " + CopiedBlock.quoted(table.name()));
            }
        }
        return name() + " was vacuumed, and its planner has new statistics.";
    }

    /** Past the {@code DriverManager}, in whose list a driver may be missing where class loaders are many. */
    private Connection open(Properties properties) throws SQLException {
        Connection connection = driver.connect(settings.url(), properties);
        if (connection == null) {
            throw new SQLException("the driver of PostgreSQL does not understand the URL of " + name()
                    + "; write jdbc:postgresql://HOST:PORT/DATABASE");
        }
        return connection;
    }

    @Override
    public void close() {
        // Sessions and readers close their own connections.
        claims.close();
    }
}
