package io.ttquant.exchanges.transport;

import io.ttquant.api.time.EpochNanos;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): so many seconds, or a date. */
public final class RetryAfter {
    /** No ban is longer. */
    private static final Duration MOST = Duration.ofDays(3);

    private static final int MOST_DIGITS = 12;

    private RetryAfter() {}

    /**
     * How long to keep still.
     *
     * @param header as it came; null or empty if there is none
     * @param nowNanos epoch nanoseconds
     * @return above zero, at most three days; null if it says nothing, nonsense, or a time that is over
     */
    public static @Nullable Duration of(@Nullable String header, long nowNanos) {
        if (header == null || header.isBlank()) {
            return null;
        }
        Duration said = said(header.trim(), nowNanos);
        if (said == null || said.isZero() || said.isNegative()) {
            return null;
        }
        return said.compareTo(MOST) > 0 ? MOST : said;
    }

    private static @Nullable Duration said(String text, long nowNanos) {
        if (text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant until = Instant.from(
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text));
            return Duration.between(EpochNanos.toInstant(nowNanos), until);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
