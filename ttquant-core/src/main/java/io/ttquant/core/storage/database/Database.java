package io.ttquant.core.storage.database;

import io.ttquant.core.storage.schema.Ddl;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of one kind at one place. Safe from several threads. */
public interface Database extends AutoCloseable {
    /** Which one it is, for messages: its kind and place, never a secret. */
    String name();

    /** How it spells things. */
    Dialect dialect();

    /**
     * Makes or migrates tables and views, so that two processes may do it at once; see {@link Migrator}.
     *
     * @throws SQLException if the database does not answer or refuses
     * @throws IllegalStateException if what is there is newer than this code
     */
    void migrate(Schema schema) throws SQLException;

    /**
     * What tells it from all others, wherever its name leads to by now: the id that it was given when it was migrated first.
     *
     * @throws SQLException if the database does not answer, or was never migrated
     */
    default String identity() throws SQLException {
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(Ddl.of(dialect()).identity())) {
            if (found.next()) {
                return found.getString(1);
            }
        }
        throw new SQLException(name() + " has no id; was it taken out by hand?");
    }

    /** A connection that writes. */
    Session connect() throws SQLException;

    /**
     * A connection that reads, sees whole batches only, and neither waits for writers nor holds them up. Set up so that large results come in parts (see
     * {@link JdbcChunks}). Whoever takes it closes it.
     */
    Connection reader() throws SQLException;

    /** The same for questions over whole tables, whose answer may take as long as it takes: a server that is silent meanwhile does not count as gone. */
    default Connection surveyor() throws SQLException {
        return reader();
    }

    /**
     * Rows in chunks.
     *
     * @param rows how many a chunk has at most
     */
    default Chunks read(Question question, int rows) throws SQLException {
        return JdbcChunks.open(reader(), question, dialect(), rows);
    }

    /**
     * Keeps a run from everybody else until this is closed or its process ends. To claim again does nothing.
     *
     * @throws SQLException if the database does not answer
     * @throws IllegalStateException if another has it
     */
    void claim(String run) throws SQLException;

    /**
     * Gives room back and puts rows in the order in which they are read, as far as the kind of database can. It may take long, and holds up writers.
     *
     * @return what was done, a sentence
     */
    default String compact() throws SQLException {
        return name() + " has nothing to compact.";
    }

    /** Frees what is held. Closing again does nothing. */
    @Override
    void close();
}
