package io.ttquant.api.market;

import io.ttquant.api.time.EpochNanos;
import java.util.Locale;

/** The text form of a {@link BarSpec}. */
final class BarSpecText {
    private static final String[] SUFFIXES = {"w", "d", "h", "m", "s", "ms", "us", "ns"};
    private static final long[] NANOS = {
        7 * 86_400 * EpochNanos.SECOND,
        86_400 * EpochNanos.SECOND,
        3_600 * EpochNanos.SECOND,
        60 * EpochNanos.SECOND,
        EpochNanos.SECOND,
        EpochNanos.MILLISECOND,
        EpochNanos.MICROSECOND,
        1
    };

    private BarSpecText() {}

    static BarSpec parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int at = lower.indexOf('@');
        PriceSource source = at < 0 ? PriceSource.TRADE : source(lower.substring(at + 1), text);
        String size = at < 0 ? lower : lower.substring(0, at);
        int digits = 0;
        while (digits < size.length() && Character.isDigit(size.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 18) {
            throw refuse(text);
        }
        long count = Long.parseLong(size.substring(0, digits));
        return of(size.substring(digits), count, source, text);
    }

    private static BarSpec of(String unit, long count, PriceSource source, String text) {
        for (BarUnit named : new BarUnit[] {BarUnit.TICK, BarUnit.VOLUME, BarUnit.VALUE}) {
            if (unit.equals(named.name().toLowerCase(Locale.ROOT))) {
                return new BarSpec(named, count, source);
            }
        }
        for (int i = 0; i < SUFFIXES.length; i++) {
            if (unit.equals(SUFFIXES[i])) {
                return new BarSpec(BarUnit.TIME, Math.multiplyExact(count, NANOS[i]), source);
            }
        }
        throw refuse(text);
    }

    private static PriceSource source(String name, String text) {
        for (PriceSource source : PriceSource.values()) {
            if (source.name().equalsIgnoreCase(name)) {
                return source;
            }
        }
        throw refuse(text);
    }

    static String format(BarSpec spec) {
        String suffix = spec.source() == PriceSource.TRADE ? "" : "@" + spec.source();
        if (!spec.isTime()) {
            return spec.step() + spec.unit().name() + suffix;
        }
        // Weeks are read but written as days, which is what exchanges and people compare with.
        for (int i = 1; i < SUFFIXES.length; i++) {
            if (spec.step() % NANOS[i] == 0) {
                return spec.step() / NANOS[i] + SUFFIXES[i] + suffix;
            }
        }
        throw new AssertionError(spec.step());
    }

    private static IllegalArgumentException refuse(String text) {
        return new IllegalArgumentException(
                "'" + text
                        + "' is no bar size; write for example 1m, 4h, 1d, 1000tick, 50volume or 1000000value, with @mid for quotes");
    }
}
