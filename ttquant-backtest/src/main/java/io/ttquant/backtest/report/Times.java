package io.ttquant.backtest.report;

import io.ttquant.api.time.EpochNanos;

/** Times as the exports and the page write them. */
final class Times {
    private Times() {}

    /** ISO text in UTC, empty for a time that never came. */
    static String iso(long nanos) {
        return nanos == EpochNanos.NEVER ? "" : EpochNanos.format(nanos);
    }

    /** Epoch milliseconds, rounded down. */
    static long millis(long nanos) {
        return Math.floorDiv(nanos, EpochNanos.MILLISECOND);
    }
}
