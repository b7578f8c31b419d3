package io.ttquant.api.indicator;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the first bar of a local day. The calendar is asked once a session only. */
final class Sessions {
    private final LocalTime start;
    private final @Nullable ZoneId zone;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;

    private Sessions(LocalTime start, @Nullable ZoneId zone) {
        this.start = start;
        this.zone = zone;
    }

    static Sessions none() {
        return new Sessions(LocalTime.MIDNIGHT, null);
    }

    static Sessions daily(LocalTime start, ZoneId zone) {
        return new Sessions(start, zone);
    }

    boolean isNew(long tsOpen) {
        if (zone == null || (tsOpen >= from && tsOpen < until)) {
            return false;
        }
        ZonedDateTime time = Instant.ofEpochSecond(0, tsOpen).atZone(zone);
        ZonedDateTime begin = time.with(start);
        if (begin.isAfter(time)) {
            begin = begin.minusDays(1);
        }
        from = nanos(begin);
        until = nanos(begin.plusDays(1));
        return true;
    }

    private static long nanos(ZonedDateTime time) {
        return TimeUnit.SECONDS.toNanos(time.toEpochSecond()) + time.getNano();
    }

    void reset() {
        from = Long.MAX_VALUE;
        until = Long.MIN_VALUE;
    }
}
