package io.ttquant.storage;

import io.ttquant.api.storage.StorageProvider;
import io.ttquant.backtest.junit.conformance.Outage;
import io.ttquant.backtest.junit.conformance.StorageConformance;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The suite of storages on SQLite; an outage is another program that does not end its transaction. */
class SqliteConformanceTest extends StorageConformance {
    @TempDir
    Path folder;

    @Override
    protected StorageProvider provider() {
        return new SqliteStorage();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("file", file(), "spool_after_ms", "100");
    }

    private String file() {
        return folder.resolve("ttquant.db").toString();
    }

    @Override
    protected Optional<Outage> outage() {
        try {
            Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
            other.createStatement().execute("pragma busy_timeout = 10000");
            other.createStatement().execute("begin immediate");
            return Optional.of(() -> end(other));
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void end(Connection other) {
        try (other) {
            other.createStatement().execute("rollback");
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
