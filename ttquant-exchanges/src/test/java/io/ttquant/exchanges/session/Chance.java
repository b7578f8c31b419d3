package io.ttquant.exchanges.session;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What a seed decides. */
final class Chance {
    private final SplittableRandom random;
    /** Once false, nothing goes wrong any more. */
    boolean isFaulty = true;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** True with a probability, in percent. */
    boolean in100(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A fault with a probability, in percent. */
    boolean fault(int percent) {
        return in100(percent) && isFaulty;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** How long a message takes: little as a rule, seconds at times, and rarely longer than anyone waits. */
    Duration delay() {
        int kind = isFaulty ? random.nextInt(100) : 0;
        int most = kind < 88 ? 300 : kind < 97 ? 4_000 : 20_000;
        return Duration.ofMillis(1 + random.nextInt(most));
    }

    /** How far behind a replica is. */
    long lagNanos() {
        return fault(25) ? random.nextInt(2_500) * 1_000_000L : 0;
    }
}
