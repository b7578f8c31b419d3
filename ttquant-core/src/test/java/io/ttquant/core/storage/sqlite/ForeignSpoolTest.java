package io.ttquant.core.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.Storage;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two databases and one spool folder. */
class ForeignSpoolTest {
    private static final RunRecord RUN = new RunRecord("r", RunKind.LIVE, 0, Map.of(), "");
    private static final RunEntry ENTRY = new RunEntry.EquityAt(1, 7, Currency.of("USDT"), BigDecimal.TEN);

    @TempDir
    Path folder;

    private Storage open(String file) {
        return new SqliteStorage()
                .open(Map.of(
                        "file",
                        folder.resolve(file).toString(),
                        "spool",
                        folder.resolve("spool").toString(),
                        "close_ms",
                        "0"));
    }

    /** Leaves an entry in the spool that waits for a. */
    @BeforeEach
    void spool() throws SQLException {
        open("a.db").close();
        Storage storage = open("a.db");
        try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"));
                Statement lock = holder.createStatement()) {
            lock.execute("begin immediate");
            storage.run(RUN).keep(ENTRY);
            storage.close();
        }
    }

    private List<RunEntry> kept(String file) {
        try (Storage storage = open(file)) {
            assertThat(storage.flush(Duration.ofSeconds(30))).isTrue();
            return storage.read().entries("r").all();
        }
    }

    @Test
    void anotherDatabaseIsRefusedAndTheOwnOneGetsIt() {
        assertThatThrownBy(() -> open("b.db"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("entries wait for SQLite file " + folder.resolve("a.db"))
                .hasMessageContaining("but what is opened is SQLite file " + folder.resolve("b.db"));

        assertThat(kept("a.db")).containsExactly(ENTRY);
        assertThat(kept("b.db")).isEmpty();
    }

    @Test
    void aDatabaseThatWasMovedIsTheSame() throws IOException {
        Files.move(folder.resolve("a.db"), folder.resolve("moved.db"));

        assertThat(kept("moved.db")).containsExactly(ENTRY);
    }

    @Test
    void aNewDatabaseOfTheSameNameIsAnotherOneUntilItsUserSaysOtherwise() throws IOException {
        for (String file : List.of("a.db", "a.db-wal", "a.db-shm")) {
            Files.deleteIfExists(folder.resolve(file));
        }

        assertThatThrownBy(() -> open("a.db")).hasMessageContaining("delete the folder, or only its file database");

        Files.delete(folder.resolve("spool/0/database"));
        assertThat(kept("a.db")).containsExactly(ENTRY);
    }
}
