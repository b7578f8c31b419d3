package io.ttquant.examples.store;

import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.StorageProvider;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.provider.Providers;
import io.ttquant.core.storage.DatabaseStorage;
import io.ttquant.examples.job.UsageException;
import io.ttquant.examples.store.StoreSurvey.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one does with a store from the command line. */
public final class StoreJob {
    static final String HELP = """
            Looks at a store, and brings market data in and out.

              describe --store STORE                what it holds: instruments, rows, range; runs
              verify   --store STORE                what is wrong with it; ends with status 1 if anything is
              compact  --store STORE                gives room back and puts rows in the order in which they are read
              import   --store STORE PATH...        files of any format that backtests read: bars, trades, quotes, recordings
              import   --store STORE --instrument VENUE:SYMBOL [--bars 1m] FILE...
                                                    sheets (csv, parquet) as export writes them
              export   --store STORE --instrument VENUE:SYMBOL [--kind trades|quotes] [--bars 1m] [--from TIME] [--to TIME] FILE
                                                    into a sheet (csv, parquet), or a .trades file for fast replay

            A STORE is sqlite:FILE, duckdb:FILE or postgresql://HOST:PORT/DATABASE; --set NAME=VALUE gives it a further setting,
            such as --set user=me --set password_file=secret (a password itself is refused here). Imports may be repeated: what is there is left as it is.
            """;

    private final StoreArguments arguments;
    private final Providers<StorageProvider> providers;

    private StoreJob(StoreArguments arguments, Providers<StorageProvider> providers) {
        this.arguments = arguments;
        this.providers = providers;
    }

    /** Whether a command line is one of this job. */
    public static boolean isMeant(String... args) {
        return StoreArguments.isMeant(args);
    }

    /**
     * Reads a command line.
     *
     * @throws io.ttquant.examples.job.UsageException if it is none
     */
    public static StoreJob parse(String... args) {
        return new StoreJob(StoreArguments.parse(args), Providers.storages());
    }

    /**
     * Does it.
     *
     * @param out what a person reads
     * @return the status: 0, or 1 if verifying found something
     */
    public int run(PrintStream out) {
        @Nullable StorePlace place = arguments.store();
        if (place == null) {
            out.print(HELP);
            return 0;
        }
        boolean makesIt = arguments.command().equals("import");
        try (DatabaseStorage storage = makesIt ? place.open(providers) : place.openKnown(providers)) {
            return run(storage, out);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A setting, a file or a schema that is refused, in a sentence for people.
            throw new UsageException(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private int run(DatabaseStorage storage, PrintStream out) {
        switch (arguments.command()) {
            case "import" -> new StoreImport(storage, arguments).run(out);
            case "export" -> new StoreExport(storage, arguments).run(out);
            case "compact" -> out.println(compact(storage));
            case "verify" -> {
                return verify(storage, out);
            }
            default -> describe(storage, out);
        }
        return 0;
    }

    private static String compact(DatabaseStorage storage) {
        try {
            return storage.database().compact();
        } catch (SQLException e) {
            throw new UncheckedIOException(
                    new IOException(storage.database().name() + " cannot be compacted: " + e.getMessage(), e));
        }
    }

    private static int verify(DatabaseStorage storage, PrintStream out) {
        List<String> wrong = new StoreCheck(new StoreSurvey(storage)).run();
        wrong.forEach(out::println);
        out.println(
                storage.database().name() + ": " + (wrong.isEmpty() ? "nothing is wrong" : wrong.size() + " faults"));
        return wrong.isEmpty() ? 0 : 1;
    }

    private static void describe(DatabaseStorage storage, PrintStream out) {
        out.println(storage.database().name());
        StoreSurvey survey = new StoreSurvey(storage);
        for (Series series : survey.series()) {
            out.printf(
                    "  %-14s %-28s %-6s %12d rows, %s to %s%n",
                    series.table().name(),
                    series.instrument(),
                    series.series(),
                    series.rows(),
                    EpochNanos.format(series.firstNanos()),
                    EpochNanos.format(series.lastNanos()));
        }
        for (RunRecord run : storage.read().runs()) {
            out.printf(
                    "  run %s: %s since %s, %d entries%n",
                    run.id(), run.kind(), EpochNanos.format(run.startNanos()), survey.entries(run.id()));
        }
    }
}
