package io.ttquant.core.engine;

import java.util.random.RandomGenerator;

/**
 * The random numbers that strategies get: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014),
 * written out here so that a seed gives the same numbers on every machine and every JDK.
 */
final class SeededRandom implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed) {
        this.state = seed;
    }

    /** An independent stream for the strategy with this name. */
    static SeededRandom of(long seed, String strategyId) {
        SeededRandom mixer = new SeededRandom(seed ^ strategyId.hashCode());
        return new SeededRandom(mixer.nextLong());
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
