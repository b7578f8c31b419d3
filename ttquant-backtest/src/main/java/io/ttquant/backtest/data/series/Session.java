package io.ttquant.backtest.data.series;

import io.ttquant.api.time.EpochNanos;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours in which a market trades, the same each day in its own zone: from the open, inclusive, to the close, exclusive. A close that is not
 * after the open lies on the next day; both equal are a whole day.
 *
 * @param zone the market's zone
 * @param open when it opens, local time
 * @param close when it closes, local time
 */
public record Session(ZoneId zone, LocalTime open, LocalTime close) {
    static final long NONE = Long.MIN_VALUE;

    /** Hours such as {@code Session.of("America/New_York", "09:30", "16:00")}. */
    public static Session of(String zone, String open, String close) {
        return new Session(ZoneId.of(zone), LocalTime.parse(open), LocalTime.parse(close));
    }

    /** Start of the session in which a time lies, epoch nanoseconds; {@link #NONE} if it lies in none. */
    long startOf(long nanos) {
        LocalDate date = EpochNanos.toInstant(nanos).atZone(zone).toLocalDate();
        for (LocalDate day : new LocalDate[] {date, date.minusDays(1)}) {
            if (nanos >= start(day) && nanos < end(day)) {
                return start(day);
            }
        }
        return NONE;
    }

    /** End of the session that starts at a time. */
    long endOf(long start) {
        return end(EpochNanos.toInstant(start).atZone(zone).toLocalDate());
    }

    private long start(LocalDate day) {
        return nanos(day, open);
    }

    private long end(LocalDate day) {
        return nanos(close.isAfter(open) ? day : day.plusDays(1), close);
    }

    private long nanos(LocalDate day, LocalTime time) {
        Instant instant = day.atTime(time).atZone(zone).toInstant();
        return EpochNanos.of(instant);
    }
}
