package io.ttquant.core.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.spool.FolderDisk;
import io.ttquant.core.storage.spool.SpoolDisk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine leaves in the spool that ends between the opening of a storage and its claim. */
class LeftSpoolTest {
    private static final String SEGMENT = "0000000000000007.spool";
    private static final RunEntry ENTRY = new RunEntry.EquityAt(1, 7, Currency.of("USDT"), BigDecimal.TEN);

    @TempDir
    Path folder;

    @Test
    void noRunIsReadBeforeItsLastEntriesAreWritten() throws IOException {
        try (Storage storage = open()) {
            Path left = Files.createDirectories(folder.resolve("spool").resolve("1"));
            Files.createFile(left.resolve(SEGMENT));

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> storage.claim("live-okx"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(left.toString())
                        .hasMessageContaining("start again");
            }
            Files.delete(left.resolve(SEGMENT));
            assertThatCode(() -> storage.claim("live-okx")).doesNotThrowAnyException();

            Files.createFile(left.resolve(SEGMENT));
            assertThatCode(() -> storage.claim("live-okx"))
                    .as("what is claimed is claimed")
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aStorageThatIsStillWritingItsOwnRunIsNobodyWhoEnded() throws SQLException {
        try (Storage writing = open();
                Storage storage = open();
                Connection holder = connect();
                Statement lock = holder.createStatement()) {
            lock.execute("begin immediate");
            spool(writing, "live-okx");

            assertThatCode(() -> storage.claim("live-binance")).doesNotThrowAnyException();
            assertThatThrownBy(() -> storage.claim("live-okx")).hasMessageContaining("in use by another engine");
        }
    }

    @Test
    void aRunWhoseLastEntriesAnotherStorageHasFoundIsReadOnlyOnceTheyAreWritten() throws SQLException {
        Storage ended = open();
        try (Connection holder = connect();
                Statement lock = holder.createStatement()) {
            lock.execute("begin immediate");
            spool(ended, "live-okx");
            ended.close();
        }
        String spool = folder.resolve("spool").toString();
        // Another engine has begun to start, and has the folder.
        List<SpoolDisk> found = FolderDisk.free(spool);

        try (Storage storage = open()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> storage.claim("live-okx"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("the run live-okx")
                        .hasMessageContaining(Path.of(spool, "0").toString())
                        .hasMessageContaining("start again");
            }
            assertThatCode(() -> storage.claim("live-okx-demo"))
                    .as("a run of which nothing waits there")
                    .doesNotThrowAnyException();

            found.forEach(SpoolDisk::close);
            try (Storage other = open()) {
                other.claim("live-binance");
                assertThat(other.flush(Duration.ofSeconds(30))).isTrue();
            }
            storage.claim("live-okx");
            assertThat(storage.read().entries("live-okx").all()).containsExactly(ENTRY);
        }
    }

    /** Puts an entry of a run into the spool. */
    private static void spool(Storage storage, String run) {
        storage.run(new RunRecord(run, RunKind.LIVE, 0, Map.of(), "")).keep(ENTRY);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (storage.meter().spooled() < 2) {
            assertThat(System.nanoTime()).as("spooled in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs.db"));
    }

    @Test
    void whatWaitsForAnotherDatabaseSaysNothingOfThisOnesRuns() throws IOException {
        try (Storage storage = open()) {
            Path left = Files.createDirectories(folder.resolve("spool").resolve("1"));
            Files.writeString(left.resolve("database"), "spool of 1f\nSQLite file other.db\n");
            Files.createFile(left.resolve(SEGMENT));

            assertThatCode(() -> storage.claim("live-okx")).doesNotThrowAnyException();
        }
    }

    private Storage open() {
        return new SqliteStorage()
                .open(Map.of(
                        "file",
                        folder.resolve("runs.db").toString(),
                        "spool",
                        folder.resolve("spool").toString(),
                        "spool_after_ms",
                        "10",
                        "close_ms",
                        "0"));
    }
}
