package io.ttquant.api.market;

import io.ttquant.api.time.EpochNanos;
import java.time.Duration;
import java.util.Locale;

/**
 * How bars are made. Time bars cover [start, end), aligned to the epoch in UTC, and are stamped at their end.
 *
 * @param unit what ends a bar
 * @param step how much of the unit: nanoseconds of time, number of ticks, whole units of volume or value; above zero
 * @param source the price from which it is made
 */
public record BarSpec(BarUnit unit, long step, PriceSource source) {
    private static final long MINUTE = 60 * EpochNanos.SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if the step is not positive, or a time step divides no day and is no multiple of one
     */
    public BarSpec {
        if (step <= 0) {
            throw new IllegalArgumentException(
                    "bar step " + step + " must be above zero; write for example 5m or 100tick");
        }
        if (unit == BarUnit.TIME && DAY % step != 0 && step % DAY != 0) {
            throw new IllegalArgumentException("a bar of " + Duration.ofNanos(step)
                    + " does not divide a day; use a step such as 1m, 5m, 15m, 1h, 4h or 1d");
        }
    }

    /** Time bars from trades. */
    public static BarSpec of(Duration interval) {
        return new BarSpec(BarUnit.TIME, interval.toNanos(), PriceSource.TRADE);
    }

    /** Time bars of {@code n} seconds from trades. */
    public static BarSpec seconds(int n) {
        return new BarSpec(BarUnit.TIME, n * EpochNanos.SECOND, PriceSource.TRADE);
    }

    /** Time bars of {@code n} minutes from trades. */
    public static BarSpec minutes(int n) {
        return new BarSpec(BarUnit.TIME, n * MINUTE, PriceSource.TRADE);
    }

    /** Time bars of {@code n} hours from trades. */
    public static BarSpec hours(int n) {
        return new BarSpec(BarUnit.TIME, n * HOUR, PriceSource.TRADE);
    }

    /** Time bars of {@code n} days from trades. */
    public static BarSpec days(int n) {
        return new BarSpec(BarUnit.TIME, n * DAY, PriceSource.TRADE);
    }

    /** Bars of {@code n} trades. */
    public static BarSpec ticks(long n) {
        return new BarSpec(BarUnit.TICK, n, PriceSource.TRADE);
    }

    /** Bars of {@code n} units of the base currency. */
    public static BarSpec volume(long n) {
        return new BarSpec(BarUnit.VOLUME, n, PriceSource.TRADE);
    }

    /** Bars of {@code n} units of the quote currency. */
    public static BarSpec value(long n) {
        return new BarSpec(BarUnit.VALUE, n, PriceSource.TRADE);
    }

    /** The same bars from another price. */
    public BarSpec withSource(PriceSource other) {
        return new BarSpec(unit, step, other);
    }

    /** True for bars of a fixed interval of time. */
    public boolean isTime() {
        return unit == BarUnit.TIME;
    }

    /**
     * Reads {@code 30s 1m 4h 1d 1w 500ms}, {@code 1000tick}, {@code 50volume}, {@code 1000000value}, each with an optional
     * {@code @bid}, {@code @ask} or {@code @mid}.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public static BarSpec parse(String text) {
        return BarSpecText.parse(text);
    }

    /** The text that {@link #parse} reads, such as {@code 5m} or {@code 1000tick@mid}. */
    @Override
    public String toString() {
        return BarSpecText.format(this).toLowerCase(Locale.ROOT);
    }
}
