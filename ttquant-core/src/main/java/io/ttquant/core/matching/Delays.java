package io.ttquant.core.matching;

import java.math.BigDecimal;
import java.time.Duration;

/** Checks and words that all delays share. */
final class Delays {
    static final Duration LONGEST = Duration.ofHours(1);
    private static final double LONGEST_NANOS = LONGEST.toNanos();

    private Delays() {}

    static long nanos(String what, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("latency: " + what + " " + delay + " must be from zero to one hour");
        }
        return delay.toNanos();
    }

    static void requireAboveLowest(String what, long nanos, long lowest) {
        if (nanos <= lowest) {
            throw new IllegalArgumentException(
                    "latency: " + what + " " + millis(nanos) + " must be above the lowest delay " + millis(lowest));
        }
    }

    /** To the nearest nanosecond, at most an hour. */
    static long rounded(double nanos) {
        return StrictMath.round(Math.min(nanos, LONGEST_NANOS));
    }

    static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString() + " ms";
    }

    static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    static String floor(long lowest) {
        return lowest == 0 ? "" : ", not below " + millis(lowest);
    }
}
