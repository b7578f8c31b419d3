package io.ttquant.backtest.data.recording;

import io.ttquant.api.time.EpochNanos;

/** Numeric time stamps. */
final class Stamps {
    private static final long FIRST_SECOND = 100_000_000L;

    private Stamps() {}

    /**
     * Epoch nanoseconds of a stamp in seconds, milli-, micro- or nanoseconds: its size tells the unit, unambiguous from 1973 to 2262.
     *
     * @throws NumberFormatException if it is of none of them
     */
    static long nanos(long stamp) {
        if (stamp < FIRST_SECOND) {
            throw new NumberFormatException("is no time since 1973 in seconds, milli-, micro- or nanoseconds");
        }
        if (stamp < FIRST_SECOND * 1_000) {
            return stamp * EpochNanos.SECOND;
        }
        if (stamp < FIRST_SECOND * 1_000_000) {
            return stamp * EpochNanos.MILLISECOND;
        }
        return stamp < FIRST_SECOND * EpochNanos.SECOND ? stamp * EpochNanos.MICROSECOND : stamp;
    }
}
