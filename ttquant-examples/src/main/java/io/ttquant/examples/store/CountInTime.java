package io.ttquant.examples.store;

import java.util.Arrays;

/** Counts what happens at one time, from 0; also where times go to and fro a little. */
final class CountInTime {
    private static final int TIMES = 8;

    private final long[] nanos = new long[TIMES];
    private final long[] numbers = new long[TIMES];
    private int oldest;

    CountInTime() {
        Arrays.fill(nanos, Long.MIN_VALUE);
    }

    long next(long at) {
        for (int i = 0; i < TIMES; i++) {
            if (nanos[i] == at) {
                return ++numbers[i];
            }
        }
        nanos[oldest] = at;
        numbers[oldest] = 0;
        oldest = (oldest + 1) % TIMES;
        return 0;
    }
}
