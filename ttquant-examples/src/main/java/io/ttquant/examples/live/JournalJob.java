package io.ttquant.examples.live;

import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.journal.JournalException;
import io.ttquant.core.journal.JournalReader;
import io.ttquant.core.journal.JournalText;
import io.ttquant.core.journal.ReplayReport;
import io.ttquant.core.journal.file.JournalFile;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.VenueReplay;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** Prints a journal, or replays it and says whether the same came out. */
public final class JournalJob {
    private static final String HELP = """
            Prints the journal of a run on paper or live, or replays it with the configuration of that run. Nothing is sent, and no key is used.

              --journal FILE     the journal
              --print            every entry: < came in, > is what the engine did
              --config FILE      replays it: the configuration of that run
              --venue ID         as for the run, if it had one
              --help             this page
            """;

    private final StrategyCatalogue catalogue;

    /**
     * A job.
     *
     * @param catalogue the strategies that a configuration can name
     */
    public JournalJob(StrategyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Runs it.
     *
     * @return the status: 0 if it was printed, or the replay is the same
     * @throws RunRefusedException if it cannot be done
     */
    public int run(PrintStream out, String... args) {
        Options options = Options.parse(Set.of("--journal", "--config", "--venue"), Set.of("--print", "--help"), args);
        if (options.has("--help")) {
            out.print(HELP);
            return 0;
        }
        Path file = Path.of(options.needed("--journal", "journal/okx-live-1700000000000.journal"));
        try {
            if (options.has("--print")) {
                print(file, out);
            }
            return options.has("--config") ? replay(file, options, out) : 0;
        } catch (JournalException | UncheckedIOException e) {
            throw new RunRefusedException(file + ": " + e.getMessage());
        }
    }

    private static void print(Path file, PrintStream out) {
        try (JournalReader journal = JournalFile.open(file)) {
            JournalText.print(journal, out::println);
        }
    }

    private int replay(Path file, Options options, PrintStream out) {
        ConfigText text = ConfigText.read(Path.of(options.needed("--config", "my.toml")));
        RunConfiguration configuration = options.value("--venue")
                .map(venue -> RunConfiguration.read(text, catalogue, venue))
                .orElseGet(() -> RunConfiguration.read(text, catalogue));
        try (JournalReader journal = JournalFile.open(file)) {
            ReplayReport report = VenueReplay.run(journal, configuration);
            out.println(report.inputs() + " inputs, " + report.outputs() + " times the same"
                    + (report.isWhole() ? "" : "; the journal was not closed in order")
                    + (report.cutBytes() == 0
                            ? ""
                            : "; " + report.cutBytes() + " bytes at its end are no whole entry"));
            report.difference().ifPresent(out::println);
            return report.isSame() ? 0 : 1;
        }
    }
}
