package io.ttquant.core.engine;

import java.util.random.RandomGenerator;

/**
 * Random numbers from a seed, for strategies and for whatever else must come out the same again: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", 2014), written out here so that a seed gives the same numbers on every machine and JDK.
 */
public final class SeededRandom implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Numbers that follow from a seed; any will do. */
    public SeededRandom(long seed) {
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
