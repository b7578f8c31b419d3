package io.ttquant.backtest.data;

import io.ttquant.api.time.EpochNanos;

/** How a file writes its time stamps. All times are UTC unless the text carries an offset. */
public enum StampUnit {
    /** Seconds since 1970, possibly with decimals. */
    SECONDS(EpochNanos.SECOND),
    /** Milliseconds since 1970. */
    MILLISECONDS(EpochNanos.MILLISECOND),
    /** Microseconds since 1970. */
    MICROSECONDS(EpochNanos.MICROSECOND),
    /** Nanoseconds since 1970. */
    NANOSECONDS(1),
    /** Text such as {@code 2024-01-31}, {@code 2024-01-31 23:59:00} or {@code 2024-01-31T23:59:00.000Z}. */
    TEXT(0),
    /** Told from each stamp: the four numeric units differ by a factor of a thousand, so that no stamp from 1973 to 2262 fits two. */
    AUTO(0);

    /** 1973-03-03, the first second that no smaller unit can be mistaken for. */
    static final long FIRST_SECOND = 100_000_000L;

    private static final long LAST_SECOND = Long.MAX_VALUE / EpochNanos.SECOND;
    private static final StampUnit[] NUMERIC = {SECONDS, MILLISECONDS, MICROSECONDS, NANOSECONDS};

    final long nanos;

    StampUnit(long nanos) {
        this.nanos = nanos;
    }

    boolean isNumeric() {
        return nanos != 0;
    }

    /** Smallest number that is a stamp of this unit. */
    long first() {
        return FIRST_SECOND * (EpochNanos.SECOND / nanos);
    }

    /** Largest number that is a stamp of this unit. */
    long last() {
        return LAST_SECOND * (EpochNanos.SECOND / nanos);
    }

    /** The unit of a stamp, or TEXT if it is of none. */
    static StampUnit of(long stamp) {
        for (StampUnit unit : NUMERIC) {
            if (stamp >= unit.first() && stamp <= unit.last()) {
                return unit;
            }
        }
        return TEXT;
    }
}
