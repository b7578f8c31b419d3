package io.ttquant.core.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine leaves in the spool that ends between the opening of a storage and its claim. */
class LeftSpoolTest {
    private static final String SEGMENT = "0000000000000007.spool";

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
    void aStorageThatIsStillWritingIsNobodyWhoEnded() throws IOException {
        try (Storage writing = open();
                Storage storage = open()) {
            Files.createFile(folder.resolve("spool").resolve("0").resolve(SEGMENT));

            writing.claim("live-okx");
            storage.claim("live-binance");

            assertThatThrownBy(() -> storage.claim("live-okx")).hasMessageContaining("in use by another engine");
            Files.delete(folder.resolve("spool").resolve("0").resolve(SEGMENT));
        }
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
                        "file", folder.resolve("runs.db").toString(),
                        "spool", folder.resolve("spool").toString()));
    }
}
