package io.ttquant.backtest.killswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.risk.KillLatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillSwitchFileTest {
    private static final KillLatch LATCH = new KillLatch("the feed\tis\nwrong \\ here", "Ann", 1_000_000_001L);

    @TempDir
    Path folder;

    private Path path;
    private KillSwitchFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("kill-switch.log");
        file = KillSwitchFile.at(path);
    }

    @Test
    void isNotTrippedBeforeTheFirstTime() {
        assertThat(file.load()).isNull();
        assertThat(file.toString()).endsWith(": not tripped");
    }

    @Test
    void remembersATripAndItsResetWithAllThatWasSaid() throws IOException {
        file.trip(LATCH);
        assertThat(KillSwitchFile.at(path).load()).isEqualTo(LATCH);
        assertThat(file.toString()).endsWith(": tripped at 1970-01-01T00:00:01.000000001Z");
        file.reset("Bob", "checked", 2_000_000_000L);
        assertThat(KillSwitchFile.at(path).load()).isNull();
        file.trip(LATCH);

        assertThat(KillSwitchFile.at(path).load()).isEqualTo(LATCH);
        assertThat(Files.readAllLines(path))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("RESET\t1970-01-01T00:00:02Z\tBob\tchecked\t");
    }

    @Test
    void belongsToOneEngineAtATime() {
        KillSwitchFile other = KillSwitchFile.at(path);
        file.hold();
        file.hold();
        file.trip(LATCH);

        assertThatThrownBy(other::hold)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("in use by another live engine");
        other.letGo();
        assertThatThrownBy(other::hold).isInstanceOf(IllegalStateException.class);
        file.letGo();
        file.letGo();
        other.hold();

        assertThat(other.load()).isEqualTo(LATCH);
        other.letGo();
    }

    @Test
    void cannotBeHeldWhereItsFolderIsGone() {
        KillSwitchFile nowhere = KillSwitchFile.at(folder.resolve("gone").resolve("kill-switch.log"));

        assertThatThrownBy(nowhere::hold)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void anyChangeOfAnyByteCountsAsTripped() throws IOException {
        file.trip(LATCH);
        file.reset("Bob", "checked", 2_000_000_000L);
        byte[] written = Files.readAllBytes(path);

        for (int i = 0; i < written.length; i++) {
            byte[] changed = written.clone();
            changed[i] ^= 1;
            Files.write(path, changed);
            assertThatThrownBy(file::load).as("byte " + i).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aLineThatWasNotWrittenToItsEndCountsAsTripped() throws IOException {
        file.trip(LATCH);
        file.reset("Bob", "checked", 2_000_000_000L);
        String written = Files.readString(path);
        int second = written.indexOf("RESET");

        for (int end = second + 1; end < written.length(); end++) {
            Files.writeString(path, written.substring(0, end));
            assertThatThrownBy(file::load)
                    .as("cut at " + end)
                    .hasMessage(path + " ends in the middle of a line; see what happened, and mend it by hand");
        }
    }

    @Test
    void textOfAnotherKindCountsAsTripped() throws IOException {
        Files.writeString(path, "all is well\n");

        assertThatThrownBy(file::load)
                .hasMessage(path + " line 1 is neither a trip nor a reset; see what happened, and mend it by hand");
    }

    @Test
    void aFileThatIsNoFileOrHasNoFolderCountsAsTripped() throws IOException {
        Files.createDirectory(path);
        assertThatThrownBy(file::load).hasMessageStartingWith("cannot read " + path);
        assertThatThrownBy(() -> file.trip(LATCH)).hasMessageStartingWith("cannot write " + path);

        Path nowhere = folder.resolve("none").resolve("kill-switch.log");
        assertThatThrownBy(() -> KillSwitchFile.at(nowhere).load())
                .hasMessage(
                        "the folder of " + nowhere
                                + " is not there, so nobody can tell whether the kill switch was tripped; make it, or name another file");
    }

    @Test
    void aFileThatIsCorruptIsNotReset() throws IOException {
        Files.writeString(path, "all is well\n");

        assertThatThrownBy(() -> file.reset("Bob", "why not", 1)).hasMessageContaining("neither a trip nor a reset");
        assertThat(Files.readString(path)).isEqualTo("all is well\n");
    }
}
