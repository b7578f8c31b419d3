package io.ttquant.examples.live;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.run.LineSink;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints lines with their time of day in UTC and their venue. */
public final class ConsoleLines implements LineSink {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;

    private ConsoleLines(PrintStream out) {
        this.out = out;
    }

    /** Lines on a stream, of any number of threads. */
    public static ConsoleLines on(PrintStream out) {
        return new ConsoleLines(out);
    }

    @Override
    public void line(long nanos, String venue, String text) {
        out.println(TIME.format(EpochNanos.toInstant(nanos)) + "  " + venue + "  " + text);
    }
}
