package io.ttquant.backtest.report;

import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import java.io.Console;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Prints how far a long run is and how long it will take; of a run of less than two seconds it says nothing. On a
 * terminal one line is rewritten at most twice a second; elsewhere (a log, a pipe) a line is added at most every ten
 * seconds. The time comes from a {@link Clock} given by the caller, which here is the wall clock and not the engine's,
 * such as {@code System::nanoTime}.
 */
public final class ProgressPrinter {
    private static final long QUIET = 2 * EpochNanos.SECOND;
    private static final long TERMINAL_GAP = EpochNanos.SECOND / 2;
    private static final long LOG_GAP = 10 * EpochNanos.SECOND;
    private static final int BAR_WIDTH = 24;

    private final Appendable out;
    private final Clock clock;
    private final boolean isTerminal;
    private final String label;
    private final long startNanos;
    private long printedNanos;
    private int printedLength;
    private boolean hasPrinted;

    /**
     * Starts measuring now.
     *
     * @param label what is under way, such as {@code Backtest}
     * @param out where to print
     * @param clock the time that passes for the user
     * @param isTerminal true if a carriage return rewrites the line
     */
    public ProgressPrinter(String label, Appendable out, Clock clock, boolean isTerminal) {
        this.label = label;
        this.out = out;
        this.clock = clock;
        this.isTerminal = isTerminal;
        startNanos = clock.nanos();
        printedNanos = startNanos;
    }

    /**
     * Prints to the standard error stream, so that what a program writes stays clean. Starts measuring now.
     *
     * @param label what is under way, such as {@code Backtest}
     * @param clock the time that passes for the user
     */
    public static ProgressPrinter onConsole(String label, Clock clock) {
        return new ProgressPrinter(label, System.err, clock, isTerminal());
    }

    /** Since Java 22 there is a console even where there is no terminal, and it tells so itself. */
    @SuppressWarnings("SystemConsoleNull") // what newer versions say instead is asked below
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /**
     * Tells how far the run is; prints if it is time to.
     *
     * @param done work done, from zero to {@code total}
     * @param total all work, in the same unit; zero if unknown
     */
    public void update(long done, long total) {
        long now = clock.nanos();
        if (now - startNanos < QUIET || now - printedNanos < (isTerminal ? TERMINAL_GAP : LOG_GAP)) {
            return;
        }
        printedNanos = now;
        show(text(done, total, now - startNanos));
    }

    /** Ends the line on a terminal and prints how long it took, if anything was printed before. */
    public void finish(long done) {
        if (!hasPrinted) {
            return;
        }
        String speed = perSecond(done, clock.nanos() - startNanos);
        show(label + " done in " + duration(clock.nanos() - startNanos) + ", " + count(done) + " events" + speed);
        if (isTerminal) {
            append(System.lineSeparator());
        }
    }

    private String text(long done, long total, long elapsed) {
        if (total <= 0) {
            return label + " " + count(done) + " events, " + duration(elapsed) + perSecond(done, elapsed);
        }
        double share = Math.min(1, Math.max(0, (double) done / total));
        String left = share == 0 ? "" : ", " + duration((long) (elapsed / share - elapsed)) + " left";
        int filled = (int) (share * BAR_WIDTH);
        String bar = "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] ";
        int percent = (int) (share * 100);
        return label + " " + (isTerminal ? bar : "") + percent + "%" + left + perSecond(done, elapsed);
    }

    private void show(String text) {
        if (isTerminal) {
            append("\r" + text + " ".repeat(Math.max(0, printedLength - text.length())));
        } else {
            append(text + System.lineSeparator());
        }
        printedLength = text.length();
        hasPrinted = true;
    }

    private static String perSecond(long done, long elapsed) {
        return elapsed <= 0 || done <= 0 ? "" : ", " + count((long) (done * 1e9 / elapsed)) + "/s";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String duration(long nanos) {
        if (nanos < 10 * EpochNanos.SECOND) {
            return String.format(Locale.ROOT, "%.1f s", (double) nanos / EpochNanos.SECOND);
        }
        long seconds = nanos / EpochNanos.SECOND;
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    private void append(String text) {
        try {
            out.append(text);
            if (out instanceof Flushable flushable) {
                flushable.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
