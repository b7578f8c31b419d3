package io.ttquant.exchanges.emulator.okx;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** The bars of candles. From six hours on they begin by the clock of Hong Kong, unless their name ends in {@code utc}. */
final class Bars {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final long HONG_KONG = Duration.ofHours(8).toNanos();
    /** The epoch began on a Thursday. */
    private static final long MONDAY = 4 * DAY;

    private static final Map<String, LongUnaryOperator> OPENINGS = openings();

    private Bars() {}

    private static Map<String, LongUnaryOperator> openings() {
        Map<String, LongUnaryOperator> all = new HashMap<>();
        Map.of("1m", 1, "3m", 3, "5m", 5, "15m", 15, "30m", 30, "1H", 60, "2H", 120, "4H", 240)
                .forEach((name, minutes) -> all.put(name, every(minutes * MINUTE, 0)));
        Map.of("6H", 6, "12H", 12, "1D", 24, "2D", 48, "3D", 72).forEach((name, hours) -> {
            long span = Duration.ofHours(hours).toNanos();
            all.put(name, every(span, -HONG_KONG));
            all.put(name + "utc", every(span, 0));
        });
        all.put("1W", every(7 * DAY, MONDAY - HONG_KONG));
        all.put("1Wutc", every(7 * DAY, MONDAY));
        all.put("1M", time -> month(time + HONG_KONG) - HONG_KONG);
        all.put("1Mutc", Bars::month);
        return Map.copyOf(all);
    }

    private static LongUnaryOperator every(long span, long start) {
        return time -> Math.floorDiv(time - start, span) * span + start;
    }

    private static long month(long time) {
        LocalDate date = Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1);
        return date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }

    static LongUnaryOperator opening(String name) {
        LongUnaryOperator opening = OPENINGS.get(name);
        if (opening == null) {
            throw OkxError.parameter("bar");
        }
        return opening;
    }

    static boolean isKnown(String name) {
        return OPENINGS.containsKey(name);
    }
}
