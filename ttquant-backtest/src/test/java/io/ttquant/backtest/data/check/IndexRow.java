package io.ttquant.backtest.data.check;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.SharedData;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of the index of the shared data: what it states about a file. */
record IndexRow(String file, long rows, String first, String last, String notes) {
    private static final Pattern ROW = Pattern.compile(
            "\\| (\\S+) \\| [^|]* \\| [^|]* \\| [^|]* \\| (\\d+) \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|.*");
    private static final Pattern STAMP =
            Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d+))?)?)?");

    static List<IndexRow> all() {
        return SharedData.lines("INDEX.md").stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(m -> new IndexRow(
                        m.group(1),
                        Long.parseLong(m.group(2)),
                        m.group(3).strip(),
                        m.group(4).strip(),
                        m.group(5).strip()))
                .toList();
    }

    Optional<Long> firstNanos() {
        return nanos(first);
    }

    Optional<Long> lastNanos() {
        return nanos(last);
    }

    private Optional<Long> nanos(String text) {
        Matcher m = STAMP.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        ZoneId zone = file.contains("equity") && !file.endsWith("factor-file.csv")
                ? ZoneId.of("America/New_York")
                : ZoneOffset.UTC;
        LocalDateTime time = LocalDateTime.of(
                number(m.group(1)), number(m.group(2)), number(m.group(3)), number(m.group(4)), number(m.group(5)));
        // The index writes seconds with three decimals; where the seconds have one digit less, a fourth is padding.
        String fraction = m.group(7) == null ? "000" : (m.group(7) + "000").substring(0, 3);
        long nanos =
                EpochNanos.of(time.plusSeconds(number(m.group(6))).atZone(zone).toInstant());
        return Optional.of(nanos + Long.parseLong(fraction) * EpochNanos.MILLISECOND);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** A number behind a word of the notes, such as {@code gaps 38}; empty if they do not state it. */
    Optional<Long> stated(String before) {
        Matcher m = Pattern.compile(before + " (\\d+)").matcher(notes);
        return m.find() ? Optional.of(Long.parseLong(m.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return file;
    }
}
