package io.ttquant.examples.bench.wire;

import io.ttquant.core.live.LoopWatch;
import java.util.Arrays;
import java.util.Locale;

/** The time from a task of the engine's thread, which has the bytes of a message, to the order that it made being handed to the thread that sends it. */
final class EngineTimes implements LoopWatch {
    private static final int KEPT = 1 << 16;

    private final long[] nanos = new long[KEPT];
    private int orders;
    private long began;

    @Override
    public void began() {
        began = System.nanoTime();
    }

    @Override
    public void ended() {}

    /** An order was handed over. */
    void ordered() {
        nanos[orders++ % KEPT] = System.nanoTime() - began;
    }

    /** Median and 99th percentile of the last ones in nanoseconds; read once the process ends, by which time the thread may still be at the last one. */
    String line() {
        if (orders == 0) {
            return "no order was sent";
        }
        long[] sorted = Arrays.copyOf(nanos, Math.min(orders, KEPT));
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%s%d %d",
                WireToWire.ENGINE,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 99L / 100)]);
    }
}
