package io.ttquant.backtest.data.recording;

import io.ttquant.api.time.EpochNanos;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day of a Lean file, {@code ibm/20131007_trade.zip}, whose stamps count from its midnight.
 *
 * @param symbol the instrument: the folder in which the file lies
 * @param midnight start of the day, epoch nanoseconds
 */
record LeanDay(String symbol, long midnight) {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Pattern NAME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})_(trade|quote)\\.(zip|csv)");
    private static final long LONGEST_DAY = 25 * 3_600_000L;

    static boolean isNamed(Sample sample, String what) {
        Matcher matcher = NAME.matcher(sample.fileName().toLowerCase(Locale.ROOT));
        return matcher.matches() && matcher.group(4).equals(what);
    }

    static LeanDay of(Sample sample, ZoneId zone) {
        Matcher matcher = NAME.matcher(sample.fileName().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(sample.fileName() + " is not named as a day; look with isNamed first");
        }
        LocalDate date = LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        return new LeanDay(
                sample.folder(0).toUpperCase(Locale.ROOT),
                EpochNanos.of(date.atStartOfDay(zone).toInstant()));
    }

    /** The time that a line begins with: milliseconds since midnight, perhaps with decimals. */
    long time(Line line) {
        String text = line.cell();
        if (!text.matches("\\d{1,8}(\\.\\d{1,6})?")) {
            throw line.refuse("column 1 (time) is '" + text
                    + "', which is no number of milliseconds since midnight; mend the row");
        }
        int point = text.indexOf('.');
        long millis = Long.parseLong(point < 0 ? text : text.substring(0, point));
        if (millis > LONGEST_DAY) {
            throw line.refuse(
                    "column 1 (time) is '" + text + "', which is more than a day after midnight; mend the row");
        }
        long nanos = point < 0 ? 0 : Long.parseLong((text.substring(point + 1) + "000000").substring(0, 6));
        return midnight + millis * EpochNanos.MILLISECOND + nanos;
    }
}
