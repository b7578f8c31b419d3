package io.ttquant.backtest.statistics;

import io.ttquant.api.time.EpochNanos;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Brings samples at any times to calendar days, in UTC unless a zone is given: the value of a day is the last one up to its end, midnight included; a day without a sample
 * keeps the value of the day before it. So a year has 365 returns, week-ends too, whatever the samples were.
 */
public final class CalendarDays {
    /** Days in a year, by which daily figures are brought to a year. */
    public static final double PER_YEAR = 365;

    /** Nanoseconds in a day. */
    public static final long NANOS = 86_400_000_000_000L;

    private CalendarDays() {}

    /**
     * The returns of each day, the first and the last one mostly being parts of days.
     *
     * @param startNanos the time from which on days are counted, epoch nanoseconds
     * @param start the value at that time
     * @param timeNanos times of the samples, rising, none before the start
     * @param values values at these times; NaN where it is not known, which keeps the last one
     */
    public static Returns returns(long startNanos, double start, long[] timeNanos, double[] values) {
        return returns(startNanos, start, timeNanos, values, ZoneOffset.UTC);
    }

    /** The same by the days of a zone. A day is as long as the zone's clocks make it. */
    public static Returns returns(long startNanos, double start, long[] timeNanos, double[] values, ZoneId zone) {
        if (timeNanos.length == 0 || timeNanos[timeNanos.length - 1] <= startNanos) {
            return Returns.of();
        }
        DayCount days = new DayCount(zone);
        long first = days.of(startNanos);
        int count = Math.toIntExact(days.of(timeNanos[timeNanos.length - 1] - 1) - first + 1);
        double[] closes = new double[count + 1];
        Arrays.fill(closes, Double.NaN);
        closes[0] = start;
        for (int i = 0; i < timeNanos.length; i++) {
            if (timeNanos[i] > startNanos && !Double.isNaN(values[i])) {
                closes[(int) (days.of(timeNanos[i] - 1) - first) + 1] = values[i];
            }
        }
        for (int i = 1; i < closes.length; i++) {
            closes[i] = Double.isNaN(closes[i]) ? closes[i - 1] : closes[i];
        }
        return Returns.ofValues(closes);
    }

    /** Ends of the days of which {@link #returns} gives the returns, epoch nanoseconds. */
    public static long[] ends(long startNanos, long endNanos, ZoneId zone) {
        if (endNanos <= startNanos) {
            return new long[0];
        }
        DayCount days = new DayCount(zone);
        long first = days.of(startNanos);
        int count = Math.toIntExact(days.of(endNanos - 1) - first + 1);
        long[] ends = new long[count];
        for (int i = 0; i < count; i++) {
            ends[i] = LocalDate.ofEpochDay(first + i + 1).atStartOfDay(zone).toEpochSecond() * EpochNanos.SECOND;
        }
        return ends;
    }

    /** Days since 1970 in a zone. Times come in order, so that the zone is asked about few of them. */
    private static final class DayCount {
        private final ZoneId zone;
        private long day;
        private long fromNanos = 1;
        private long untilNanos;

        DayCount(ZoneId zone) {
            this.zone = zone;
        }

        long of(long nanos) {
            if (nanos < fromNanos || nanos >= untilNanos) {
                LocalDate date = Instant.ofEpochSecond(0, nanos).atZone(zone).toLocalDate();
                day = date.toEpochDay();
                fromNanos = date.atStartOfDay(zone).toEpochSecond() * EpochNanos.SECOND;
                untilNanos = date.plusDays(1).atStartOfDay(zone).toEpochSecond() * EpochNanos.SECOND;
            }
            return day;
        }
    }
}
