package io.ttquant.backtest.data;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.BarUnit;
import io.ttquant.api.market.PriceSource;
import io.ttquant.api.time.EpochNanos;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How long the bars of a file last: a fixed time, or a calendar month.
 *
 * @param nanos the time, in nanoseconds; 30 days for a month
 * @param isMonth whether it is a calendar month
 */
record Interval(long nanos, boolean isMonth) {
    static final long DAY = Duration.ofDays(1).toNanos();

    /** A fixed time. */
    static Interval of(long nanos) {
        return new Interval(nanos, false);
    }

    /** A calendar month, which a bar specification calls 30 days. */
    static Interval month() {
        return new Interval(30 * DAY, true);
    }

    boolean isDayOrLonger() {
        return nanos >= DAY;
    }

    /** Start of the bar with a stamp. A month may be stamped with any of its days. */
    long start(long stamp, StampConvention convention) {
        if (isMonth) {
            // The first instant of a month ends the month before; every other one lies in the month that it stamps.
            long inside = convention == StampConvention.CLOSE ? stamp - 1 : stamp;
            return start(month(inside));
        }
        return convention == StampConvention.CLOSE ? stamp - nanos : stamp;
    }

    /** End of the bar that starts at a time. */
    long end(long start) {
        return isMonth ? start(month(start).plusMonths(1)) : start + nanos;
    }

    /** Whole intervals between two starts. */
    long steps(long from, long to) {
        return isMonth ? ChronoUnit.MONTHS.between(month(from), month(to)) : (to - from) / nanos;
    }

    boolean isOnGrid(long from, long to) {
        return isMonth || (to - from) % nanos == 0;
    }

    private static YearMonth month(long stamp) {
        return YearMonth.from(EpochNanos.toInstant(stamp).atOffset(ZoneOffset.UTC));
    }

    private static long start(YearMonth month) {
        return month.atDay(1).toEpochDay() * DAY;
    }

    BarSpec spec(PriceSource source) {
        return new BarSpec(BarUnit.TIME, nanos, source);
    }

    @Override
    public String toString() {
        return isMonth ? "a calendar month" : text(nanos);
    }

    /** Such as {@code 5m}, or {@code PT7M} for what no bar can last. */
    static String text(long nanos) {
        boolean isSize = nanos > 0 && (DAY % nanos == 0 || nanos % DAY == 0);
        return isSize
                ? of(nanos).spec(PriceSource.TRADE).toString()
                : Duration.ofNanos(nanos).toString();
    }
}
