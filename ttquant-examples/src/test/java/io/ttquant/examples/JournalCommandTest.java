package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.core.journal.JournalHeader;
import io.ttquant.core.journal.JournalRecorder;
import io.ttquant.core.journal.file.JournalFile;
import io.ttquant.examples.live.JournalJob;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that prints and replays journals. */
class JournalCommandTest {
    @TempDir
    Path folder;

    private static final JournalHeader HEADER =
            new JournalHeader(Map.of("venue", "okx"), 0, List.of(), false, Set.of(), AccountSnapshot.NONE);

    private String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JournalJob(ExampleStrategies.catalogue()).run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aJournalIsPrinted() {
        Path file = folder.resolve("made").resolve("a.journal");
        JournalRecorder.begin(JournalFile.create(file), HEADER).close();

        assertThat(run("--journal", file.toString(), "--print"))
                .contains("# venue: okx")
                .contains("closed");
    }

    @Test
    void aJournalIsNeverWrittenOver() {
        Path file = folder.resolve("a.journal");
        JournalRecorder.begin(JournalFile.create(file), HEADER).close();

        assertThatThrownBy(() -> JournalFile.create(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void aFileThatIsNoneIsRefusedWithItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("b.journal"), "time,price\n1,2\n");

        assertThatThrownBy(() -> run("--journal", file.toString(), "--print"))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("b.journal: this is no journal");
    }
}
