package io.ttquant.exchanges.json;

/**
 * Times by their magnitude: venues send milliseconds, or microseconds where asked to, and some fields nanoseconds. Microseconds and nanoseconds are
 * taken for times from 2001-09-09 to before 2128-06-11, milliseconds for all before that, since examples in documentation have such. What is between
 * those ranges is no time.
 */
final class EpochMagnitude {
    private static final long LEAST = 1_000_000_000L;
    private static final long MOST = 5_000_000_000L;
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private EpochMagnitude() {}

    /** Epoch nanoseconds, or -1 if the value is in no unit's range. */
    static long nanos(long value) {
        if (value > 0 && value < MOST * THOUSAND) {
            return value * MILLION;
        }
        if (isTime(value, MILLION)) {
            return value * THOUSAND;
        }
        return isTime(value, BILLION) ? value : -1;
    }

    private static boolean isTime(long value, long perSecond) {
        return value >= LEAST * perSecond && value < MOST * perSecond;
    }
}
