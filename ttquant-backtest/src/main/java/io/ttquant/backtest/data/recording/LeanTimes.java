package io.ttquant.backtest.data.recording;

import io.ttquant.api.time.EpochNanos;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a Lean file of bars states time. {@code spy/20131007_trade.zip} has the bars of a day, in milliseconds since midnight;
 * {@code hour/btcusdt_trade.zip} has those of all days, each with its date.
 *
 * @param symbol the instrument
 * @param length of the bars
 * @param zone in which stamps are written
 * @param day the day of the file; null if each row has its own
 */
record LeanTimes(
        String symbol,
        Duration length,
        ZoneId zone,
        @Nullable LeanDay day) {
    private static final Pattern OF_ALL_DAYS =
            Pattern.compile("([a-z0-9.]*[a-z][a-z0-9.]*)(_trade|_quote)?\\.(zip|csv)");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm", Locale.ROOT);
    private static final long MINUTE = 60_000;

    static boolean isNamed(Sample sample) {
        return LeanDay.isNamed(sample, "trade") || LeanDay.isNamed(sample, "quote") || isOfAllDays(sample);
    }

    private static boolean isOfAllDays(Sample sample) {
        return OF_ALL_DAYS.matcher(sample.fileName().toLowerCase(Locale.ROOT)).matches()
                && sample.line(0).matches("\\d{8} \\d{2}:\\d{2},.*");
    }

    static LeanTimes of(Sample sample, ZoneId zone) {
        if (!isOfAllDays(sample)) {
            LeanDay day = LeanDay.of(sample, zone);
            boolean isByMinute = sample.lines().stream().allMatch(line -> millis(line) % MINUTE == 0);
            return new LeanTimes(day.symbol(), isByMinute ? Duration.ofMinutes(1) : Duration.ofSeconds(1), zone, day);
        }
        Matcher name = OF_ALL_DAYS.matcher(sample.fileName().toLowerCase(Locale.ROOT));
        String symbol = name.matches() ? name.group(1).toUpperCase(Locale.ROOT) : "";
        boolean isDaily = sample.lines().stream().allMatch(line -> line.matches("\\d{8} 00:00,.*"));
        return new LeanTimes(symbol, isDaily ? Duration.ofDays(1) : Duration.ofHours(1), zone, null);
    }

    private static long millis(String line) {
        String stamp = line.substring(0, Math.max(0, line.indexOf(',')));
        return stamp.matches("\\d{1,8}") ? Long.parseLong(stamp) : 1;
    }

    /** Start of the bar of a line, epoch nanoseconds. */
    long start(Line line) {
        if (day != null) {
            return day.time(line);
        }
        String text = line.cell();
        try {
            return EpochNanos.of(LocalDateTime.parse(text, FORM).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw line.refuse(
                    "column 1 (time) is '" + text + "', which is not of the form 20240131 23:59; mend the row");
        }
    }

    /** End of the bar that starts at a time. A day ends at the zone's midnight, which is not always 24 hours later. */
    long end(long start) {
        return length.toDays() > 0
                ? EpochNanos.of(
                        EpochNanos.toInstant(start).atZone(zone).plusDays(1).toInstant())
                : start + length.toNanos();
    }
}
