package io.ttquant.core.counter;

import io.ttquant.api.metrics.Distribution;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counts durations by length, in buckets whose upper bounds are 1, 1.5, 2, 3, 5 and 7 times each power of ten from a microsecond to 100 seconds. One thread
 * writes, any other may read. To count one costs a table look-up by the number of leading zeros and at most three comparisons.
 */
public final class Durations {
    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int[] STEPS = {10, 15, 20, 30, 50, 70};
    private static final int DECADES = 8;
    private static final long[] BOUNDS = bounds();
    /** By the number of leading zeros of a duration, the first bucket that it may be in. */
    private static final int[] FIRST = first();

    private final long[] counts = new long[BOUNDS.length + 1];
    private final Counter sumNanos = new Counter();

    /** None counted. */
    public Durations() {}

    private static long[] bounds() {
        long[] bounds = new long[DECADES * STEPS.length + 1];
        long decade = 1_000;
        int next = 0;
        for (int i = 0; i < DECADES; i++) {
            for (int step : STEPS) {
                bounds[next++] = decade / 10 * step;
            }
            decade *= 10;
        }
        bounds[next] = decade;
        return bounds;
    }

    private static int[] first() {
        int[] first = new int[Long.SIZE + 1];
        for (int zeros = 0; zeros <= Long.SIZE; zeros++) {
            long least = zeros == Long.SIZE ? 0 : Long.MIN_VALUE >>> zeros;
            int bucket = 0;
            while (zeros > 0 && bucket < BOUNDS.length && BOUNDS[bucket] < least) {
                bucket++;
            }
            first[zeros] = zeros == 0 ? BOUNDS.length : bucket;
        }
        return first;
    }

    /**
     * Counts one. On the writer's thread.
     *
     * @param nanos a negative one counts as zero
     */
    public void record(long nanos) {
        long length = Math.max(0, nanos);
        int bucket = FIRST[Long.numberOfLeadingZeros(length)];
        while (bucket < BOUNDS.length && length > BOUNDS[bucket]) {
            bucket++;
        }
        COUNTS.setOpaque(counts, bucket, (long) COUNTS.getOpaque(counts, bucket) + 1);
        sumNanos.add(length);
    }

    /** All counted so far, from any thread, in seconds. */
    public Distribution distribution() {
        double[] bounds = new double[BOUNDS.length];
        long[] copy = new long[counts.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (long) COUNTS.getOpaque(counts, i);
        }
        for (int i = 0; i < bounds.length; i++) {
            // Divided, not multiplied: the double nearest to the bound, so that it reads 0.0015 and not
            // 0.0015000000000000002.
            bounds[i] = BOUNDS[i] / 1e9;
        }
        return Distribution.of(bounds, copy, sumNanos.get() / 1e9);
    }
}
