package io.ttquant.core.storage.database;

import io.ttquant.core.storage.schema.Ddl;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Migration;
import io.ttquant.core.storage.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a database to the schema of this code, forward only. */
public final class Migrator {
    private final Connection connection;
    private final Ddl ddl;
    private final String name;

    private Migrator(Connection connection, Dialect dialect, String name) {
        this.connection = connection;
        this.ddl = Ddl.of(dialect);
        this.name = name;
    }

    /**
     * Makes what is missing. The caller has begun a transaction that keeps others from migrating at the same time, and commits or rolls back.
     *
     * @param name of the database, for messages
     * @return the version that the database had; 0 if it was new
     * @throws IllegalStateException if it is newer than the schema
     */
    public static int migrate(Connection connection, Dialect dialect, Schema schema, String name) throws SQLException {
        return new Migrator(connection, dialect, name).to(schema);
    }

    private int to(Schema schema) throws SQLException {
        run(List.of(ddl.versionTable(), ddl.identityTable()));
        int found = found();
        if (found > schema.version()) {
            throw new IllegalStateException("the schema of " + name + " has the version " + found
                    + ", but this TTQuant knows versions up to " + schema.version()
                    + " only; use the newer TTQuant that made it, or another database");
        }
        for (Migration migration : schema.migrations().subList(found, schema.version())) {
            run(migration.changes().stream().map(ddl::statement).toList());
            run(List.of(ddl.made(migration)));
        }
        if (found < schema.version()) {
            run(ddl.views());
        }
        run(List.of(ddl.identify()));
        return found;
    }

    private int found() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(ddl.version())) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
