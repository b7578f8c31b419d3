package io.ttquant.backtest.data;

/** Random numbers that are the same on every JDK: SplitMix64, and sums of it in place of a normal distribution. */
final class SampleRandom {
    private static final int SUMMANDS = 4;
    private static final double DEVIATIONS = Math.sqrt(12.0 / SUMMANDS);
    private static final double UNIT = 1.0 / (1L << 53);

    private long state;

    SampleRandom(long seed) {
        this.state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 up to, and without, 1. */
    double uniform() {
        return (next() >>> 11) * UNIT;
    }

    /** From {@code low} up to, and without, {@code high}. */
    int between(int low, int high) {
        return low + (int) (uniform() * (high - low));
    }

    /** Mean 0, deviation 1, never beyond 3.5: the sum of four uniform numbers, which every JDK computes alike. */
    double normal() {
        double sum = -SUMMANDS / 2.0;
        for (int i = 0; i < SUMMANDS; i++) {
            sum += uniform();
        }
        return sum * DEVIATIONS;
    }
}
