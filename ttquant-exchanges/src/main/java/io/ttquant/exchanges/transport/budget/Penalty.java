package io.ttquant.exchanges.transport.budget;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.transport.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long to keep still after a venue said so: what it says (RFC 9110, 10.2.3), or longer each time where it says nothing. */
final class Penalty {
    private static final int BAN = 418;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration FIRST_BAN = Duration.ofMinutes(2);
    private static final Duration MOST = Duration.ofDays(3);
    private static final int MOST_DOUBLINGS = 6;

    private int repeated;

    Duration after(HttpResponse response, long nowNanos) {
        Duration first = response.status() == BAN ? FIRST_BAN : FIRST;
        Duration fallback = first.multipliedBy(1L << Math.min(repeated, MOST_DOUBLINGS));
        repeated++;
        Duration said = said(response.headers().first("Retry-After"), nowNanos);
        // Zero would be leave to go on at once, which is how a warning becomes a ban.
        return said == null || said.isZero() || said.isNegative() ? fallback : said;
    }

    void forget() {
        repeated = 0;
    }

    private static @Nullable Duration said(@Nullable String header, long nowNanos) {
        if (header == null) {
            return null;
        }
        String text = header.trim();
        long seconds = WireNumbers.count(text);
        if (seconds > 0) {
            return seconds > MOST.toSeconds() ? MOST : Duration.ofSeconds(seconds);
        }
        try {
            Instant until = Instant.from(
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text));
            Duration said = Duration.between(EpochNanos.toInstant(nowNanos), until);
            return said.compareTo(MOST) > 0 ? MOST : said;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
