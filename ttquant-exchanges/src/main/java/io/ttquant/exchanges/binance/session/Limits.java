package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.session.rest.Charges;
import io.ttquant.exchanges.transport.budget.Quota;
import io.ttquant.exchanges.transport.budget.QuotaScope;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The limits of requests: as documented until the venue has told them, then as {@code exchangeInfo} says. */
final class Limits {
    private static final String BUCKET = "ip";
    private static final String ACCOUNT = "account";

    private Limits() {}

    /** Documented limits, the least of those that were seen. */
    static Charges documented(BinanceVenue venue) {
        Charges charges = new Charges(ACCOUNT);
        charges.bucket(BUCKET, weight(venue.isSpot() ? 6_000 : 2_400, 1, "MINUTE"));
        charges.orders(orders(venue.isSpot() ? 50 : 300, 10, "SECOND"));
        return charges.orders(venue.isSpot() ? orders(160_000, 1, "DAY") : orders(1_200, 1, "MINUTE"));
    }

    /**
     * The limits that the venue tells; those of kinds that we do not know are left out.
     *
     * @throws Unreadable if it tells no limit of weight, or one that is none
     */
    static Charges told(JsonNode exchangeInfo) {
        Charges charges = new Charges(ACCOUNT);
        Set<String> seen = new HashSet<>();
        for (JsonNode row : Json.rows(exchangeInfo.path("rateLimits"), "limits")) {
            String kind = Json.text(row, "rateLimitType");
            long limit = Json.exact(row, "limit");
            int count = (int) Math.min(1_000, Json.exact(row, "intervalNum"));
            String unit = Json.text(row, "interval");
            if (unit(unit) == null || limit <= 0 || count <= 0 || !seen.add(kind + unit + count)) {
                continue;
            }
            switch (kind) {
                case "REQUEST_WEIGHT" -> charges.bucket(BUCKET, weight(limit, count, unit));
                case "ORDERS" -> charges.orders(orders(limit, count, unit));
                case "RAW_REQUESTS" ->
                    charges.requests(Quota.of("requests-" + count + unit, QuotaScope.IP, limit, period(count, unit)));
                default -> {
                    // Connections and whatever else: not for requests.
                }
            }
        }
        if (charges.quotas().stream().noneMatch(quota -> quota.name().startsWith("weight"))) {
            throw new Unreadable("exchangeInfo tells no limit of REQUEST_WEIGHT, without which nothing may be sent");
        }
        return charges;
    }

    private static Quota weight(long limit, int count, String unit) {
        return Quota.of("weight-" + count + unit, QuotaScope.IP, limit, period(count, unit))
                .withHeader("X-MBX-USED-WEIGHT-" + count + unit.charAt(0));
    }

    /** Cancels count no orders, so that there is nothing to keep in reserve. */
    private static Quota orders(long limit, int count, String unit) {
        return Quota.of("orders-" + count + unit, QuotaScope.ACCOUNT, limit, period(count, unit))
                .withReserve(0)
                .withHeader("X-MBX-ORDER-COUNT-" + count + unit.charAt(0));
    }

    private static Duration period(int count, String unit) {
        Duration one = unit(unit);
        return one == null ? Duration.ofMinutes(count) : one.multipliedBy(count);
    }

    private static @Nullable Duration unit(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "SECOND" -> Duration.ofSeconds(1);
            case "MINUTE" -> Duration.ofMinutes(1);
            case "HOUR" -> Duration.ofHours(1);
            case "DAY" -> Duration.ofDays(1);
            default -> null;
        };
    }
}
