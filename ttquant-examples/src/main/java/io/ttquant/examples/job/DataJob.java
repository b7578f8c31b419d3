package io.ttquant.examples.job;

import io.ttquant.backtest.data.check.DataCheck;
import io.ttquant.backtest.data.check.DataReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at files of market data: {@code describe} says what they hold, {@code verify} what is wrong with them.
 *
 * @param isVerifying whether only what is wrong is told, and told by the status too
 * @param isStrict whether a warning is wrong enough
 * @param places files, directories or globs; empty if help was asked for
 */
public record DataJob(boolean isVerifying, boolean isStrict, List<String> places) {
    static final String HELP = """
            Looks at files of market data, of any format that is known: bars, trades, recordings, funding rates, factors.

              describe PATH...          what files (csv, gz, zip, log, json), directories or globs hold: format, instrument, rows, range, findings
              verify [--strict] PATH... what is wrong with them; ends with status 1 if a file cannot be used, or, with --strict, on a warning
            """;

    /** Keeps its own copy of the list. */
    public DataJob {
        places = List.copyOf(places);
    }

    /** Whether a command line is one of this job. */
    public static boolean isMeant(String... args) {
        return args.length > 0 && (args[0].equals("describe") || args[0].equals("verify"));
    }

    /**
     * Reads a command line.
     *
     * @throws UsageException if it names no file, or has an unknown option
     */
    public static DataJob parse(String... args) {
        boolean isVerifying = args[0].equals("verify");
        boolean isStrict = false;
        List<String> places = new ArrayList<>();
        for (String argument : List.of(args).subList(1, args.length)) {
            switch (argument) {
                case "--help", "-h" -> {
                    return new DataJob(isVerifying, false, List.of());
                }
                case "--strict" -> isStrict = true;
                default -> places.add(place(argument));
            }
        }
        if (isStrict && !isVerifying) {
            throw new UsageException("describe knows no --strict; write verify --strict");
        }
        if (places.isEmpty()) {
            throw new UsageException(args[0] + " needs at least one file, directory or glob, such as " + args[0]
                    + " data/BTCUSDT-1m-2025-*.zip");
        }
        return new DataJob(isVerifying, isStrict, places);
    }

    private static String place(String argument) {
        if (argument.startsWith("-")) {
            throw new UsageException("'" + argument + "' is no option; describe --help lists them");
        }
        return argument;
    }

    /**
     * Looks at the files.
     *
     * @param out what a person reads
     * @return the status: 0, or 1 if verifying found what is wrong enough
     * @throws io.ttquant.backtest.data.DataException if there is no file at all
     */
    public int run(PrintStream out) {
        if (places.isEmpty()) {
            out.print(HELP);
            return 0;
        }
        DataReport report = DataCheck.of(places.toArray(String[]::new)).run();
        out.print(isVerifying ? report.verify() : report.describe());
        boolean isWrong = !report.isUsable() || (isStrict && report.warnings() > 0);
        return isVerifying && isWrong ? 1 : 0;
    }
}
