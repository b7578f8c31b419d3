package io.ttquant.backtest;

/** Lengths of time for people: the two largest units. */
final class Durations {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /** A mean length; {@code n/a} if there is none. */
    static String mean(double nanos) {
        return Double.isNaN(nanos) ? "n/a" : text((long) nanos);
    }

    static String text(long n) {
        if (n >= DAY) {
            return pair(n, DAY, "d", HOUR, "h");
        }
        if (n >= HOUR) {
            return pair(n, HOUR, "h", MINUTE, "min");
        }
        if (n >= MINUTE) {
            return pair(n, MINUTE, "min", SECOND, "s");
        }
        return n >= SECOND ? n / SECOND + " s" : n / 1_000_000 + " ms";
    }

    private static String pair(long nanos, long large, String largeName, long small, String smallName) {
        long rest = nanos % large / small;
        String text = nanos / large + " " + largeName;
        return rest == 0 || nanos / large >= 100 ? text : text + " " + rest + " " + smallName;
    }
}
