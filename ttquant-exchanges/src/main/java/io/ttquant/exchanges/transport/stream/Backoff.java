package io.ttquant.exchanges.transport.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: uniform between the least wait and a bound that doubles with each failure up to the most ("full
 * jitter": Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015, here with a floor). So many clients that were cut off
 * together come back spread out, and no wait is ever zero.
 */
final class Backoff {
    private static final int MOST_DOUBLINGS = 40;

    private final long leastNanos;
    private final long mostNanos;
    private final RandomGenerator random;
    private int failures;

    /** @throws IllegalArgumentException if the least is not positive, or the most not above it */
    Backoff(Duration least, Duration most, RandomGenerator random) {
        if (least.isZero() || least.isNegative() || most.compareTo(least) <= 0) {
            throw new IllegalArgumentException(
                    "waits from " + least + " to " + most + ": the least must be positive, and the most above it");
        }
        this.leastNanos = least.toNanos();
        this.mostNanos = most.toNanos();
        this.random = random;
    }

    /** The wait after one more failure. */
    Duration next() {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        long bound = leastNanos;
        for (int i = 0; i < failures && bound < mostNanos; i++) {
            bound = bound > mostNanos / 2 ? mostNanos : bound * 2;
        }
        return Duration.ofNanos(leastNanos + Math.floorMod(random.nextLong(), bound - leastNanos + 1));
    }

    /** The wait after the venue said that attempts are too many: the most and up to as much again. */
    Duration afterThrottling() {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        return Duration.ofNanos(mostNanos + Math.floorMod(random.nextLong(), mostNanos + 1));
    }

    /** Starts over, after a connection that lasted. */
    void reset() {
        failures = 0;
    }
}
