package io.ttquant.core.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.storage.database.Quietly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClaimsTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("store.db");
    }

    @BeforeEach
    void make() throws IOException {
        Files.writeString(file(), "a database");
    }

    @Test
    void aLinkToADatabaseIsThatDatabaseAndWhatIsClosedClaimsNothing() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file());
        FileClaims first = new FileClaims(file(), "store.db");
        try (FileClaims second = new FileClaims(link, "link.db")) {
            first.claim("live");
            assertThatThrownBy(() -> second.claim("live")).isInstanceOf(IllegalStateException.class);
        } finally {
            Quietly.close(first);
        }
        assertThatThrownBy(() -> first.claim("live"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("store.db is closed and goes on with no run, such as live; open it again");
    }

    @Test
    void aRunOfAnotherStorageOfTheProcessIsRefusedUntilThatOneIsClosed() {
        try (FileClaims first = new FileClaims(file(), "SQLite file store.db");
                FileClaims second = new FileClaims(file(), "SQLite file store.db");
                FileClaims third = new FileClaims(file(), "SQLite file store.db")) {
            first.claim("live-okx");
            first.claim("live-okx");
            third.claim("live-binance");

            assertThatThrownBy(() -> second.claim("live-okx"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the run live-okx in SQLite file store.db is in use by another engine on this machine;"
                            + " a run belongs to one engine, so end that one first, or give this one a run of its own"
                            + " (run = \"...\" in [store])");

            Quietly.close(third);
            assertThatThrownBy(() -> second.claim("live-okx"))
                    .as("closed by a third, which must not give back what the first has")
                    .isInstanceOf(IllegalStateException.class);
            assertThatCode(() -> second.claim("live-binance")).doesNotThrowAnyException();

            Quietly.close(first);
            assertThatCode(() -> second.claim("live-okx")).doesNotThrowAnyException();
        }
    }

    @Test
    void aRunOfAnotherProcessIsRefusedUntilThatOneIsKilled() throws Exception {
        try (FileClaims ours = new FileClaims(file(), "SQLite file store.db")) {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Holder.class.getName(),
                            file().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.readLine()).isEqualTo("it has the run");

                assertThatThrownBy(() -> ours.claim("live")).isInstanceOf(IllegalStateException.class);
                assertThatCode(() -> ours.claim("live-2")).doesNotThrowAnyException();
            } finally {
                other.destroyForcibly();
            }
            assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThatCode(() -> ours.claim("live")).doesNotThrowAnyException();
        }
    }

    /** Claims the run {@code live} and keeps it until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String... args) throws IOException {
            try (FileClaims claims = new FileClaims(Path.of(args[0]), "a file")) {
                claims.claim("live");
                System.out.println("it has the run");
                if (System.in.read() < 0) {
                    System.out.println("nobody is there any more");
                }
            }
        }
    }
}
