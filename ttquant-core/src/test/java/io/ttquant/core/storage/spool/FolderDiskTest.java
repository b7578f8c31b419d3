package io.ttquant.core.storage.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.storage.schema.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDiskTest {
    @TempDir
    Path folder;

    @Test
    void anotherProcessKeepsOutOfTheFoldersOfAllStoragesOfThisOne() throws IOException, InterruptedException {
        List<SpoolDisk> first = FolderDisk.free(folder.toString());
        List<SpoolDisk> second = FolderDisk.free(folder.toString());
        try {
            assertThat(inAnotherProcess())
                    .as("a lock of a file is the process's: who closes the file anywhere gives it back")
                    .containsExactly(folder.resolve("2").toString());
        } finally {
            first.forEach(SpoolDisk::close);
            second.forEach(SpoolDisk::close);
        }
    }

    @Test
    void aFolderIsFreeAgainOnceItsStorageIsClosed() {
        List<SpoolDisk> first = FolderDisk.free(folder.toString());
        List<SpoolDisk> second = FolderDisk.free(folder.toString());
        first.forEach(SpoolDisk::close);

        List<SpoolDisk> third = FolderDisk.free(folder.toString());

        assertThat(names(second)).containsExactly(folder.resolve("1").toString());
        assertThat(names(third)).containsExactly(folder.resolve("0").toString());
        second.forEach(SpoolDisk::close);
        third.forEach(SpoolDisk::close);
    }

    @Test
    void whatStandsBehindAFolderThatWasDeletedIsTakenAndNoneIsMadeForIt() throws IOException {
        Files.createDirectories(folder.resolve("0"));
        Files.createDirectories(folder.resolve("2"));

        List<SpoolDisk> first = FolderDisk.free(folder.toString());
        List<SpoolDisk> second = FolderDisk.free(folder.toString());

        assertThat(names(first))
                .containsExactly(
                        folder.resolve("0").toString(), folder.resolve("2").toString());
        assertThat(names(second))
                .as("none was free, so that the first is made that is missing")
                .containsExactly(folder.resolve("1").toString());
        first.forEach(SpoolDisk::close);
        second.forEach(SpoolDisk::close);
    }

    @Test
    void aFolderThatIsFreeBehindAGapIsTakenBeforeOneIsMade() throws IOException {
        List<SpoolDisk> held = FolderDisk.free(folder.toString());
        Files.createDirectories(folder.resolve("63"));

        List<SpoolDisk> other = FolderDisk.free(folder.toString());

        assertThat(names(other)).containsExactly(folder.resolve("63").toString());
        assertThat(folder.resolve("1")).doesNotExist();
        held.forEach(SpoolDisk::close);
        other.forEach(SpoolDisk::close);
    }

    @Test
    void twoNamesOfOneFolderAreOneFolder() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(folder.resolve("real"));
        Files.createSymbolicLink(other, folder.resolve("real"));
        List<SpoolDisk> first = FolderDisk.free(folder.resolve("real").toString());
        List<SpoolDisk> second = FolderDisk.free(other.toString());

        assertThat(names(second)).containsExactly(other.resolve("1").toString());
        first.forEach(SpoolDisk::close);
        second.forEach(SpoolDisk::close);
    }

    @Test
    void aFileThatIsTornAgainUnderTheNameOfAnEarlierOneStopsNoStart() throws IOException {
        Path own = Files.createDirectories(folder.resolve("0"));
        Files.writeString(own.resolve("0000000000000001.spool"), "torn");
        Files.writeString(own.resolve("0000000000000001.spool.damaged"), "torn before");

        Spool.open(FolderDisk.free(folder.toString()), Schema.CURRENT, 1 << 20, 0)
                .close();

        assertThat(own.resolve("0000000000000001.spool")).doesNotExist();
        assertThat(own.resolve("0000000000000001.spool.damaged")).hasContent("torn");
    }

    private static List<String> names(List<SpoolDisk> disks) {
        return disks.stream().map(SpoolDisk::name).toList();
    }

    private List<String> inAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderProbe.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
