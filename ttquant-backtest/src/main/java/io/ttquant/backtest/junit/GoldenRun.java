package io.ttquant.backtest.junit;

import io.ttquant.api.account.Balance;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.backtest.BacktestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs that were looked at once and are kept as text files, so that a test says when a run becomes another one. A file has each decision, fill and refusal in
 * a line, then the balances and the equity at the end; it is meant to be read, and to be kept in version control.
 *
 * <pre>{@code
 * GoldenRun.at(Path.of("src/test/golden/cross.txt")).assertSame(run);
 * }</pre>
 *
 * <p>With the system property {@code ttquant.golden.update=true} files are written instead of compared: {@code mvn test -Dttquant.golden.update=true}.
 */
public final class GoldenRun {
    /** The system property that makes tests write the files. */
    public static final String UPDATE = "ttquant.golden.update";

    private final Path file;

    private GoldenRun(Path file) {
        this.file = file;
    }

    /** A run kept in a file; relative to the directory in which the tests run, which with Maven is the module's. */
    public static GoldenRun at(Path file) {
        return new GoldenRun(file);
    }

    /**
     * Fails if a run is not the one in the file, and says what differs.
     *
     * @throws AssertionError if it is another one, or if there is no file yet
     */
    public void assertSame(TestRun run) {
        List<String> actual = lines(run);
        if (Boolean.getBoolean(UPDATE)) {
            write(actual);
            return;
        }
        if (!Files.exists(file)) {
            throw new AssertionError("there is no golden run " + file + " yet; write it with -D" + UPDATE
                    + "=true, read it, and keep it if it is right. This run:\n  " + String.join("\n  ", actual));
        }
        List<String> expected = read();
        if (!expected.equals(actual)) {
            throw new AssertionError("the run is not the golden one in " + file
                    + " (- was in it, + is new); if it should be, write it with -D" + UPDATE + "=true\n"
                    + LineDifference.of(expected, actual));
        }
    }

    private static List<String> lines(TestRun run) {
        List<String> lines = new ArrayList<>(run.decisions());
        BacktestResult result = run.result();
        for (Balance balance : result.balances()) {
            lines.add("balance  "
                    + FixedPoint.format(balance.rawTotal(), balance.currency().scale()) + " " + balance.currency());
        }
        int size = result.equity().size();
        if (size > 0) {
            lines.add("equity  "
                    + FixedPoint.format(
                            result.equity().rawEquity(size - 1),
                            result.reporting().scale()) + " " + result.reporting());
        }
        return lines;
    }

    private List<String> read() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the golden run " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(List<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the golden run " + file + ": " + e.getMessage(), e);
        }
    }
}
