package io.ttquant.core.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations with their units: {@code 250ms}, {@code 1h30m}, or ISO text such as {@code PT5S}. */
final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d{1,12})(ns|us|ms|s|m|h|d)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

    private Durations() {}

    static Duration parse(String text) {
        String compact = text.replace(" ", "");
        if (!WHOLE.matcher(compact).matches()) {
            return iso(text);
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(compact);
        while (part.find()) {
            sum = sum.plus(part(Long.parseLong(part.group(1)), part.group(2)));
        }
        return sum;
    }

    private static Duration part(long count, String unit) {
        return switch (unit) {
            case "ns" -> Duration.ofNanos(count);
            case "us" -> Duration.ofNanos(Math.multiplyExact(count, 1_000));
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no duration; write a number with its unit (ns us ms s m h d), such as 250ms or 1h30m",
                    e);
        }
    }

    /** The text that {@link #parse} reads. */
    static String format(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0s";
        }
        String[] units = {"d", "h", "m", "s", "ms", "us", "ns"};
        long[] sizes = {86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
        };
        StringBuilder text = new StringBuilder(nanos < 0 ? "-" : "");
        long left = Math.abs(nanos);
        for (int i = 0; i < sizes.length; i++) {
            if (left >= sizes[i]) {
                text.append(left / sizes[i]).append(units[i]);
                left %= sizes[i];
            }
        }
        return text.toString();
    }
}
