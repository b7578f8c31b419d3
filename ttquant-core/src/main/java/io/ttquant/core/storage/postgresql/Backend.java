package io.ttquant.core.storage.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection as the server knows it; numbers of processes come again, so its start counts too. */
record Backend(int pid, String started) {
    /** That of a connection. */
    static @Nullable Backend of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet own = statement.executeQuery(
                        "select pid, backend_start::text from pg_stat_activity where pid = pg_backend_pid()")) {
            return own.next() ? new Backend(own.getInt(1), own.getString(2)) : null;
        }
    }

    /** Ends it, because it may hold locks and know nothing of its end. */
    void end(Connection over) throws SQLException {
        try (PreparedStatement end = over.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start::text = ?")) {
            end.setInt(1, pid);
            end.setString(2, started);
            end.executeQuery().close();
        }
    }
}
