package io.ttquant.exchanges.transport.budget;

import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.RetryAfter;
import java.time.Duration;

/** How long to keep still after a venue said so: what it says (RFC 9110, 10.2.3), or longer each time where it says nothing. */
final class Penalty {
    private static final int BAN = 418;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration FIRST_BAN = Duration.ofMinutes(2);
    private static final int MOST_DOUBLINGS = 6;

    private int repeated;

    Duration after(HttpResponse response, long nowNanos) {
        Duration first = response.status() == BAN ? FIRST_BAN : FIRST;
        Duration fallback = first.multipliedBy(1L << Math.min(repeated, MOST_DOUBLINGS));
        repeated++;
        // Zero would be leave to go on at once, which is how a warning becomes a ban.
        Duration said = RetryAfter.of(response.headers().first("Retry-After"), nowNanos);
        return said == null ? fallback : said;
    }

    void forget() {
        repeated = 0;
    }
}
