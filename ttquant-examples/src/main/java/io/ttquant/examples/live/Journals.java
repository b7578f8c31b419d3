package io.ttquant.examples.live;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.journal.JournalHeader;
import io.ttquant.core.journal.JournalRecorder;
import io.ttquant.core.journal.file.JournalFile;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.VenueRun;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** Gives a run the journal that its configuration asks for. */
final class Journals {
    private Journals() {}

    static void give(VenueRun run, RunConfiguration configuration) {
        configuration
                .journal()
                .directory()
                .ifPresent(folder -> run.journal(header -> open(folder, header, configuration)));
    }

    private static JournalRecorder open(String folder, JournalHeader header, RunConfiguration configuration) {
        String name = String.format(
                Locale.ROOT,
                "%s-%s-%d.journal",
                header.facts().get("venue"),
                header.facts().get("mode"),
                header.startNanos() / EpochNanos.MILLISECOND);
        try {
            return JournalRecorder.begin(
                    JournalFile.create(Path.of(folder).resolve(name)),
                    header,
                    configuration.journal().maxBytes());
        } catch (UncheckedIOException e) {
            throw new RunRefusedException(e.getMessage() + "; name another folder as [journal] directory, or none");
        }
    }
}
