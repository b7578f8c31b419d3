package io.ttquant.exchanges.emulator.binance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** The intervals of candles, in UTC; a week begins on Monday. */
final class Intervals {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final long WEEK = 7 * DAY;
    /** The epoch began on a Thursday. */
    private static final long MONDAY = 4 * DAY;

    private static final Map<String, LongUnaryOperator> OPENINGS = openings();

    private Intervals() {}

    private static Map<String, LongUnaryOperator> openings() {
        Map<String, LongUnaryOperator> all = new LinkedHashMap<>();
        Map<String, Integer> minutes = new LinkedHashMap<>();
        minutes.put("1m", 1);
        minutes.put("3m", 3);
        minutes.put("5m", 5);
        minutes.put("15m", 15);
        minutes.put("30m", 30);
        minutes.put("1h", 60);
        minutes.put("2h", 120);
        minutes.put("4h", 240);
        minutes.put("6h", 360);
        minutes.put("8h", 480);
        minutes.put("12h", 720);
        minutes.put("1d", 1440);
        minutes.put("3d", 4320);
        minutes.forEach((name, length) -> {
            long span = length * MINUTE;
            all.put(name, time -> Math.floorDiv(time, span) * span);
        });
        all.put("1w", time -> Math.floorDiv(time - MONDAY, WEEK) * WEEK + MONDAY);
        all.put("1M", time -> month(time, 0));
        return all;
    }

    static boolean isKnown(String name) {
        return OPENINGS.containsKey(name);
    }

    /** The opening of the interval that a moment is in. */
    static LongUnaryOperator opening(String name) {
        LongUnaryOperator opening = OPENINGS.get(name);
        if (opening == null) {
            throw VenueError.of(-1120, "Invalid interval.");
        }
        return opening;
    }

    /** The opening of the next interval. */
    static long next(String name, long open) {
        if (name.equals("1M")) {
            return month(open, 1);
        }
        LongUnaryOperator opening = opening(name);
        long longer = open + MINUTE;
        long step = MINUTE;
        while (opening.applyAsLong(longer) == open) {
            step = Math.min(step * 2, DAY);
            longer += step;
        }
        return opening.applyAsLong(longer);
    }

    private static long month(long time, int ahead) {
        LocalDate date = Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(ahead);
        return date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }
}
