package io.ttquant.backtest.data;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.BarUnit;
import io.ttquant.api.market.PriceSource;
import java.time.Duration;

/**
 * How long the bars of a file last: a fixed time.
 *
 * @param nanos the time, in nanoseconds
 */
record Interval(long nanos) {
    private static final long DAY = Duration.ofDays(1).toNanos();

    boolean isDayOrLonger() {
        return nanos >= DAY;
    }

    /** Whole intervals between two starts. */
    long steps(long from, long to) {
        return (to - from) / nanos;
    }

    boolean isOnGrid(long from, long to) {
        return (to - from) % nanos == 0;
    }

    BarSpec spec(PriceSource source) {
        return new BarSpec(BarUnit.TIME, nanos, source);
    }

    @Override
    public String toString() {
        return nanos % 1_000_000 == 0
                ? spec(PriceSource.TRADE).toString()
                : Duration.ofNanos(nanos).toString();
    }
}
