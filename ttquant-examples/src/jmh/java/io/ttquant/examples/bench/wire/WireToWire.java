package io.ttquant.examples.bench.wire;

import io.ttquant.examples.bench.wire.WireVenue.Arrival;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures, at the venue's side of a loopback connection, the time from the bytes of a best bid and ask to the last byte of the signed order that answers it, and of
 * our own client the time on the engine's thread too. The client is a process of its own; it sends one order at the bid of each, by which the order is known. The
 * next price goes out after the answer to the order and a pause. Several kinds are measured in turns, each time in processes of their own.
 *
 * <pre>WireToWire own|own-store|own-metrics|own-both|xchange[,...] [EVENTS] [WARMUP] [PAUSE_MICROS] [TURNS]</pre>
 */
public final class WireToWire {
    /** Before the figures of the engine's thread. */
    static final String ENGINE = "ENGINE ";

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
        List<String> kinds = List.of(args[0].split(",", -1));
        WireTurns turns = new WireTurns(kinds);
        for (int turn = 0; turn < number(args, 4, 1); turn++) {
            for (int i = 0; i < kinds.size(); i++) {
                // The order changes, so that what drifts does not meet the same kind each time.
                String kind = kinds.get(turn % 2 == 0 ? i : kinds.size() - 1 - i);
                turns.add(kind, run(kind, args));
            }
        }
        turns.print();
    }

    private static double[] run(String kind, String[] args) throws IOException, InterruptedException {
        int events = number(args, 1, 100_000);
        int warmup = number(args, 2, 20_000);
        WireVenue venue = new WireVenue();
        WireClient client = WireClient.start(kind, venue.port());
        WireToWire run = new WireToWire(venue, number(args, 3, 200) * 1_000L);
        long[] nanos;
        try {
            venue.awaitSubscription();
            Thread.sleep(3_000);
            run.measure(warmup, 0);
            nanos = run.measure(events, warmup);
        } finally {
            client.end();
        }
        System.out.println(report(kind, nanos, run.lost));
        return new double[] {
            nanos[(nanos.length - 1) / 2], nanos[(int) (0.99 * (nanos.length - 1))], client.engine(0), client.engine(1)
        };
    }

    private static int number(String[] args, int index, int absent) {
        return args.length > index ? Integer.parseInt(args[index]) : absent;
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
