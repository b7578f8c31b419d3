package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Backups, and the order in which TimescaleDB wants them back. The database is one that only says what it was asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for a POSIX shell")
class BackupScriptsTest {
    private static final String DATABASE = """
            case "$*" in *" exec "*) echo "$*" >>"$LOG" ;; esac
            case "$*" in
              *pg_dump*) echo dumped; exit ${DUMP_STATUS:-0} ;;
              *'pg_restore --list'*) cat >/dev/null; exit ${LIST_STATUS:-0} ;;
              *pg_restore*) cat >"$LOG.restored"; exit ${RESTORE_STATUS:-0} ;;
              *pg_database*) echo "${DATABASES:-}" ;;
              *pg_tables*) echo "${TABLES:-0}" ;;
              *'ps -q engine'*) echo "${ENGINE:-}" ;;
              *to_regclass*) echo runs ;;
              *' runs, '*) echo '1 runs, 2 orders, 3 fills' ;;
            esac""";

    @TempDir
    Path root;

    private Shell shell;
    private Path log;

    @BeforeEach
    void copy() throws IOException {
        shell = Shell.in(root);
        shell.program("docker", DATABASE);
        log = Files.createFile(root.resolve("asked"));
    }

    private Ended run(String script, Map<String, String> database, String... args) throws Exception {
        Map<String, String> all = new HashMap<>(database);
        all.put("LOG", log.toString());
        return shell.run(script, "", all, args);
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(log);
    }

    private static int at(List<String> lines, String words) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not in " + lines)));
    }

    @Test
    void aBackupIsAFileThatOnlyItsOwnerReads() throws Exception {
        Ended ended = run("bin/backup.sh", Map.of());

        assertThat(ended.status()).as(ended.text()).isZero();
        assertThat(ended.text()).matches("backups/ttquant-20\\S+Z\\.dump\n");
        Path file = shell.deploy(ended.text().strip());
        assertThat(file).hasContent("dumped");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aBackupThatIsNotWholeIsNotThere() throws Exception {
        for (String step : List.of("DUMP_STATUS", "LIST_STATUS")) {
            Ended failed = run("bin/backup.sh", Map.of(step, "1"), "mine.dump");
            assertThat(failed.status()).isOne();
            assertThat(failed.text()).contains("there is no backup");
            try (var files = Files.list(shell.deploy())) {
                assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("mine.dump"));
            }
        }
    }

    @Test
    void anEarlierBackupIsNotWrittenOver() throws Exception {
        Files.writeString(shell.deploy("mine.dump"), "earlier");
        Ended refused = run("bin/backup.sh", Map.of(), "mine.dump");
        assertThat(refused.status()).isOne();
        assertThat(shell.deploy("mine.dump")).hasContent("earlier");
    }

    @Test
    void aBackupGoesIntoAnEmptyDatabaseWhileTimescaleRests() throws Exception {
        Files.writeString(shell.deploy("mine.dump"), "dumped");
        Ended ended = run("bin/restore.sh", Map.of(), "mine.dump");

        assertThat(ended.status()).as(ended.text()).isZero();
        assertThat(ended.text()).contains("1 runs, 2 orders, 3 fills");
        assertThat(Path.of(log + ".restored")).hasContent("dumped");
        List<String> asked = asked();
        assertThat(List.of(
                        at(asked, "create database restored owner ttquant"),
                        at(asked, "create extension if not exists timescaledb"),
                        at(asked, "timescaledb_pre_restore()"),
                        at(asked, "pg_restore -U postgres -d restored"),
                        at(asked, "timescaledb_post_restore()")))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aRestoreThatFailsIsSaidAndTheDatabaseGoesBackToWork() throws Exception {
        Files.writeString(shell.deploy("mine.dump"), "dumped");
        Ended failed = run("bin/restore.sh", Map.of("RESTORE_STATUS", "1"), "mine.dump");

        assertThat(failed.status()).isOne();
        assertThat(failed.text()).contains("is not the backup").doesNotContain("runs");
        assertThat(at(asked(), "timescaledb_post_restore()")).isGreaterThan(at(asked(), "pg_restore"));
    }

    @Test
    void aDatabaseThatHoldsSomethingAndOneThatTheEngineUsesAreLeftAlone() throws Exception {
        Files.writeString(shell.deploy("mine.dump"), "dumped");
        Ended full = run("bin/restore.sh", Map.of("DATABASES", "1", "TABLES", "12"), "mine.dump", "ttquant");
        assertThat(full.status()).isOne();
        assertThat(full.text()).contains("ttquant has 12 tables");
        Ended used = run("bin/restore.sh", Map.of("DATABASES", "1", "ENGINE", "4f1c"), "mine.dump", "ttquant");
        assertThat(used.status()).isOne();
        assertThat(used.text()).contains("docker compose stop engine");
        assertThat(asked()).noneMatch(line -> line.contains("pg_restore") || line.contains("create"));

        assertThat(run("bin/restore.sh", Map.of(), "mine.dump", "x; drop").text())
                .contains("is no name of a database");
        assertThat(run("bin/restore.sh", Map.of(), "other.dump").text()).contains("There is no ");
        assertThat(run("bin/restore.sh", Map.of()).text()).contains("Say which file");
    }
}
