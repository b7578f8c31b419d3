package io.ttquant.examples.bench.wire;

import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.live.MachineClock;
import io.ttquant.examples.bench.DecoderBenchmark;
import io.ttquant.examples.bench.RequestBenchmark;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a cancel that another thread asks for takes until it is signed, on a loop that has nothing to do and on one where a million best bids and asks
 * wait to be decoded.
 *
 * <pre>CancelInFlood [CANCELS]</pre>
 */
public final class CancelInFlood {
    private static final int FLOOD = 1_000_000;
    private static final int LEAST_LEFT = 500_000;
    private static final long PAUSE_NANOS = 200_000;

    private final LiveLoop loop = LiveLoop.of(MachineClock.start());
    private final DecoderBenchmark decoders = new DecoderBenchmark();
    private final RequestBenchmark requests = new RequestBenchmark();
    private final Runnable event = decoders::binanceQuote;
    private volatile long signed;
    private volatile Object last = "";

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        int cancels = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        CancelInFlood run = new CancelInFlood();
        Thread thread = new Thread(run.loop::run, "engine");
        thread.start();
        for (int round = 0; round < 3; round++) {
            System.out.println(report("nothing queued", run.measure(cancels, 0)));
            System.out.println(report("a million queued", run.measure(cancels, FLOOD)));
            run.drain();
        }
        System.out.println(run.last.hashCode());
        run.loop.stop();
        thread.join();
    }

    private long[] measure(int cancels, int flood) throws InterruptedException {
        long[] nanos = new long[cancels];
        for (int i = 0; i < cancels; i++) {
            if (flood > 0 && i % 100 == 0) {
                for (int queued = loop.backlog(); queued < flood; queued++) {
                    loop.execute(event);
                }
            }
            CountDownLatch done = new CountDownLatch(1);
            long asked = System.nanoTime();
            loop.executeFirst(() -> {
                last = requests.cancelOnBinanceSpot();
                signed = System.nanoTime();
                done.countDown();
            });
            done.await();
            nanos[i] = signed - asked;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (flood > 0 && loop.backlog() < LEAST_LEFT) {
            System.out.println("the flood ran low: " + loop.backlog());
        }
        return nanos;
    }

    private void drain() throws InterruptedException {
        CountDownLatch empty = new CountDownLatch(1);
        loop.execute(empty::countDown);
        empty.await();
    }

    private static String report(String what, long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%-18s p50 %.1f, p99 %.1f, p99.9 %.1f microseconds from asking to signed",
                what,
                nanos[nanos.length / 2] / 1e3,
                nanos[(int) (nanos.length * 0.99)] / 1e3,
                nanos[(int) (nanos.length * 0.999)] / 1e3);
    }
}
