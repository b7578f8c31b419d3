package io.ttquant.core.order;

import io.ttquant.api.time.EpochNanos;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a day ends. Days are those of a stated zone: where its clocks change, a day has 23 or 25 hours. */
public final class DayEnd {
    private DayEnd() {}

    /**
     * The beginning of the next day.
     *
     * @param nanos epoch nanoseconds
     * @param zone the zone whose midnight counts
     * @return epoch nanoseconds, after {@code nanos}
     */
    public static long after(long nanos, ZoneId zone) {
        LocalDate tomorrow =
                EpochNanos.toInstant(nanos).atZone(zone).toLocalDate().plusDays(1);
        return EpochNanos.of(tomorrow.atStartOfDay(zone).toInstant());
    }
}
