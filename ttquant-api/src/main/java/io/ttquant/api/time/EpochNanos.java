package io.ttquant.api.time;

import java.time.Duration;
import java.time.Instant;

/** Conversions of epoch nanoseconds, good from 1677-09-21 to 2262-04-11. */
public final class EpochNanos {
    /** Nanoseconds in a second. */
    public static final long SECOND = 1_000_000_000L;

    /** Nanoseconds in a millisecond. */
    public static final long MILLISECOND = 1_000_000L;

    /** Nanoseconds in a microsecond. */
    public static final long MICROSECOND = 1_000L;

    /** A time that never comes: later than every other. */
    public static final long NEVER = Long.MAX_VALUE;

    private EpochNanos() {}

    /**
     * Nanoseconds since the epoch of an instant.
     *
     * @throws ArithmeticException if the instant lies outside the range of this class
     */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }

    /** Reads an ISO instant such as {@code 2024-01-01T00:00:00Z}. */
    public static long parse(String text) {
        return of(Instant.parse(text));
    }

    /** The instant of epoch nanoseconds. */
    public static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /** A duration in nanoseconds; at most about 292 years. */
    public static long of(Duration duration) {
        return duration.toNanos();
    }

    /** ISO text of epoch nanoseconds, such as {@code 2024-01-01T00:00:00Z}. */
    public static String format(long nanos) {
        return toInstant(nanos).toString();
    }
}
