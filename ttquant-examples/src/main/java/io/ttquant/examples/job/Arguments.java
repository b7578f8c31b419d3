package io.ttquant.examples.job;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param config the configuration file; null for the bundled one
 * @param data files, directories or globs of market data; empty for the generated sample
 * @param out where the report goes
 * @param from when strategies start; null for the first event
 * @param to events from then on are left out; null for all
 * @param isExplained whether the run writes down its decisions
 * @param keep the name under which the run is kept in a store; null if it is not
 * @param keepIn the configuration whose {@code [store]} says in which one; null for the one that is run
 * @param isHelp whether help was asked for
 */
public record Arguments(
        @Nullable Path config,
        List<String> data,
        Path out,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean isExplained,
        @Nullable String keep,
        @Nullable Path keepIn,
        boolean isHelp) {
    static final Path DEFAULT_OUT = Path.of("target", "report");

    static final String HELP = """
            Backtests the strategies of a configuration file and writes a report.

              --config FILE    the strategies and how to run them; default: the bundled strategies.toml
              --data PATH...   market data: files (csv, gz, zip), directories or globs; default: a generated sample
              --from TIME      when the strategies start; what the data holds before is history for their warm-up
              --to TIME        where the run ends
              --out DIRECTORY  where the report goes; default: target/report
              --decisions      writes decisions.log beside the report: each order and what became of it, and why
              --keep NAME      keeps the run under this name in the store of [store], by default ttquant.db here
              --keep-in FILE   the configuration file whose [store] is meant; default: that of --config
              --help           this page

            Instead of these, describe PATH... says what files of market data hold, and verify PATH... what is wrong with them.
            A TIME is a day such as 2025-01-31 or an instant such as 2025-01-31T08:00:00Z, in UTC.
            """;

    /** Keeps its own copy of the list. */
    public Arguments {
        data = List.copyOf(data);
    }

    /**
     * Reads a command line.
     *
     * @throws UsageException if it has an unknown option, an option without its value, or a value of another shape
     */
    public static Arguments parse(String... args) {
        return new Parser(args).parse();
    }

    private static final class Parser {
        private final String[] args;
        private int next;
        private @Nullable Path config;
        private final List<String> data = new ArrayList<>();
        private Path out = DEFAULT_OUT;
        private @Nullable Instant from;
        private @Nullable Instant to;
        private boolean isExplained;
        private @Nullable String keep;
        private @Nullable Path keepIn;
        private boolean isHelp;

        Parser(String[] args) {
            this.args = args;
        }

        Arguments parse() {
            while (next < args.length) {
                option(args[next++]);
            }
            if (from != null && to != null && !from.isBefore(to)) {
                throw new UsageException("--from " + from + " must be before --to " + to);
            }
            if (keepIn != null && keep == null) {
                throw new UsageException("--keep-in says where, but not under which name; add --keep NAME");
            }
            return new Arguments(config, data, out, from, to, isExplained, keep, keepIn, isHelp);
        }

        private void option(String name) {
            switch (name) {
                case "--config" -> config = Path.of(value(name, "a file"));
                case "--data" -> data(name);
                case "--out" -> out = Path.of(value(name, "a directory"));
                case "--from" -> from = time(name);
                case "--to" -> to = time(name);
                case "--decisions" -> isExplained = true;
                case "--keep" -> keep = name(name);
                case "--keep-in" -> keepIn = Path.of(value(name, "a file"));
                case "--help", "-h" -> isHelp = true;
                default -> throw new UsageException("'" + name + "' is no option; --help lists them");
            }
        }

        private void data(String name) {
            data.add(value(name, "at least one file, directory or glob"));
            while (next < args.length && !args[next].startsWith("--")) {
                data.add(args[next++]);
            }
        }

        private String value(String name, String what) {
            if (next == args.length || args[next].startsWith("--")) {
                throw new UsageException(name + " needs " + what + " after it");
            }
            return args[next++];
        }

        private String name(String option) {
            String text = value(option, "a name");
            if (text.isBlank()) {
                throw new UsageException(option + " needs a name that is not blank after it");
            }
            return text;
        }

        private Instant time(String name) {
            String text = value(name, "a time such as 2025-01-31");
            try {
                return text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : Instant.parse(text);
            } catch (DateTimeException e) {
                throw new UsageException(name + " '" + text
                        + "' is no time; write a day such as 2025-01-31 or an instant such as 2025-01-31T08:00:00Z");
            }
        }
    }
}
