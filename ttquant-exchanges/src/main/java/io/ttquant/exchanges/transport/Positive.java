package io.ttquant.exchanges.transport;

import java.time.Duration;

/** Refuses what is not positive. */
public final class Positive {
    private Positive() {}

    /**
     * Gives a duration in nanoseconds.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public static long duration(String what, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(what + " is " + value + ", but must be positive");
        }
        return value.toNanos();
    }

    /**
     * Gives a number.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public static long number(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " is " + value + ", but must be positive");
        }
        return value;
    }
}
