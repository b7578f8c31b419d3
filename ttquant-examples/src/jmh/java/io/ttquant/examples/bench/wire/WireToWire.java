package io.ttquant.examples.bench.wire;

import io.ttquant.examples.bench.wire.WireVenue.Arrival;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures, at the venue's side of a loopback connection, the time from the bytes of a best bid and ask to the last byte of the signed order that answers it.
 * The client is a process of its own; it sends one order at the bid of each, by which the order is known. The next price goes out after the answer to the order
 * and a pause.
 *
 * <pre>WireToWire own|own-metrics|xchange [EVENTS] [WARMUP] [PAUSE_MICROS]</pre>
 */
public final class WireToWire {
    private static final long PATIENCE_SECONDS = 3;
    private static final int CENTS = 5_000_000;
    private static final int SPAN = 1_000_000;

    private final WireVenue venue;
    private final long pauseNanos;
    private int lost;

    private WireToWire(WireVenue venue, long pauseNanos) {
        this.venue = venue;
        this.pauseNanos = pauseNanos;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int events = number(args, 1, 100_000);
        int warmup = number(args, 2, 20_000);
        WireVenue venue = new WireVenue();
        Process client = client(args[0], venue.port());
        try {
            venue.awaitSubscription();
            Thread.sleep(3_000);
            WireToWire run = new WireToWire(venue, number(args, 3, 200) * 1_000L);
            run.measure(warmup, 0);
            long[] nanos = run.measure(events, warmup);
            System.out.println(report(args[0], nanos, run.lost));
        } finally {
            client.destroy();
            client.waitFor(10, TimeUnit.SECONDS);
            client.destroyForcibly();
        }
    }

    private static int number(String[] args, int index, int absent) {
        return args.length > index ? Integer.parseInt(args[index]) : absent;
    }

    private static Process client(String kind, int port) throws IOException {
        String main = kind.startsWith("own") ? "OwnClient" : "XChangeClient";
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xms512m", "-Xmx512m"));
        command.addAll(List.of(System.getProperty("wire.jvm", "-XX:+UseG1GC").split(" ", -1)));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.ttquant.examples.bench.wire." + main,
                Integer.toString(port),
                kind));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The time of each event that was answered, in nanoseconds. */
    private long[] measure(int events, int from) throws IOException, InterruptedException {
        long[] nanos = new long[events];
        int answered = 0;
        for (int i = 0; i < events; i++) {
            int cents = CENTS + ((from + i) % SPAN);
            byte[] frame = VenueConnection.frame(quote(from + i + 1L, cents));
            venue.arrivals().clear();
            long sent = System.nanoTime();
            venue.send(frame);
            long arrived = await(cents);
            if (arrived == 0) {
                lost++;
            } else {
                nanos[answered++] = arrived - sent;
            }
            if (pauseNanos > 0) {
                LockSupport.parkNanos(pauseNanos);
            }
        }
        return Arrays.copyOf(nanos, answered);
    }

    private long await(int cents) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            Arrival arrival = venue.arrivals().poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (arrival != null && Math.round(Double.parseDouble(arrival.price()) * 100) == cents) {
                return arrival.nanos();
            }
        }
        return 0;
    }

    private static String quote(long id, int cents) {
        return "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":" + id + ",\"s\":\"BTCUSDT\",\"b\":\"" + price(cents)
                + "\",\"B\":\"2.90912000\",\"a\":\"" + price(cents + 1) + "\",\"A\":\"1.07233000\"}}";
    }

    private static String price(int cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10 + "000000";
    }

    private static String report(String kind, long[] nanos, int lost) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%-12s %d events, %d lost: p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, least %.1f microseconds",
                kind,
                nanos.length,
                lost,
                at(nanos, 0.5),
                at(nanos, 0.9),
                at(nanos, 0.99),
                at(nanos, 0.999),
                at(nanos, 0));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1_000.0;
    }
}
