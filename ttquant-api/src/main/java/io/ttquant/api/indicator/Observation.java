package io.ttquant.api.indicator;

/** Checks what goes into indicators: one NaN would poison them for ever. */
final class Observation {
    /** The largest size, so that squares and products of observations, and sums of those, are finite too. */
    private static final double MOST = 1e100;

    private Observation() {}

    static double finite(double value) {
        if (!(Math.abs(value) <= MOST)) {
            throw new IllegalArgumentException("an indicator takes finite numbers of at most 1E100 in size, not "
                    + value + "; leave out observations without a price");
        }
        return value;
    }

    static void finite(double a, double b) {
        finite(a);
        finite(b);
    }

    static void finite(double a, double b, double c) {
        finite(a);
        finite(b);
        finite(c);
    }

    static void finite(double a, double b, double c, double d) {
        finite(a, b, c);
        finite(d);
    }

    /** A volume, which must not be negative. */
    static double volume(double value) {
        if (!(value >= 0 && value <= MOST)) {
            throw new IllegalArgumentException(
                    "volume " + value + " must be from 0 to 1E100; a bar without trades has volume 0");
        }
        return value;
    }

    static double result(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("the function of an indicator gave " + value
                    + "; give a finite number for every finite observation, such as 0 where it would divide by 0");
        }
        return value;
    }

    static int period(int period) {
        return period(period, 1);
    }

    static int period(int period, int least) {
        if (period < least) {
            throw new IllegalArgumentException("period " + period + " must be at least " + least);
        }
        return period;
    }

    static void ascending(int fast, int slow) {
        period(fast);
        if (fast >= slow) {
            throw new IllegalArgumentException("fast period " + fast + " must be below the slow period " + slow);
        }
    }

    static double positive(String what, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(what + " " + value + " must be a finite number above 0");
        }
        return value;
    }
}
