package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts weight by address and orders by account, in windows that begin with the clock's. */
final class Meter {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long TEN_SECONDS = Duration.ofSeconds(10).toNanos();
    private static final long DAY = Duration.ofDays(1).toNanos();
    /** Refused requests of one minute after which an address is banned. */
    private static final int PATIENCE = 100;

    private final BinanceLimits limits;
    private final boolean isSpot;
    private final LongSupplier clock;
    private final Map<String, Window> weights = new HashMap<>();
    private final Map<String, Window> refusals = new HashMap<>();
    private final Map<String, Window> shortOrders = new HashMap<>();
    private final Map<String, Window> longOrders = new HashMap<>();

    Meter(BinanceLimits limits, boolean isSpot, LongSupplier clock) {
        this.limits = limits;
        this.isSpot = isSpot;
        this.clock = clock;
    }

    private long longSpan() {
        return isSpot ? DAY : MINUTE;
    }

    /** Takes weight from an address, or refuses. */
    void weigh(String address, int weight) {
        long now = clock.getAsLong();
        Window window = window(weights, address, MINUTE);
        window.used += weight;
        if (window.used <= limits.weightPerMinute()) {
            return;
        }
        Window refused = window(refusals, address, MINUTE);
        refused.used++;
        long seconds = (MINUTE - now % MINUTE) / Duration.ofSeconds(1).toNanos() + 1;
        boolean isBanned = refused.used > PATIENCE;
        String text = isBanned
                ? "Way too much request weight used; IP banned until " + (now / 1_000_000 + seconds * 1000)
                        + ". Please use WebSocket Streams for live updates to avoid bans."
                : "Too much request weight used; current limit is " + limits.weightPerMinute()
                        + " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid"
                        + " polling the API.";
        throw new VenueError(isBanned ? 418 : 429, -1003, text, null, seconds);
    }

    /** Takes orders from an account, or refuses. */
    void order(String account, int orders) {
        Window brief = window(shortOrders, account, TEN_SECONDS);
        Window lasting = window(longOrders, account, longSpan());
        String exceeded = brief.used + orders > limits.ordersPer10Seconds()
                ? limits.ordersPer10Seconds() + " orders per 10 SECOND."
                : lasting.used + orders > limits.ordersPerLong()
                        ? limits.ordersPerLong() + " orders per 1 " + longUnit() + "."
                        : "";
        if (!exceeded.isEmpty()) {
            long wait = TEN_SECONDS - clock.getAsLong() % TEN_SECONDS;
            throw new VenueError(
                    429,
                    -1015,
                    "Too many new orders; current limit is " + exceeded,
                    null,
                    wait / Duration.ofSeconds(1).toNanos() + 1);
        }
        brief.used += orders;
        lasting.used += orders;
    }

    /** What an address used in this minute. */
    int used(String address) {
        return window(weights, address, MINUTE).used;
    }

    int ordersOf10Seconds(String account) {
        return window(shortOrders, account, TEN_SECONDS).used;
    }

    int ordersOfLong(String account) {
        return window(longOrders, account, longSpan()).used;
    }

    String longUnit() {
        return isSpot ? "DAY" : "MINUTE";
    }

    String longHeader() {
        return isSpot ? "X-MBX-ORDER-COUNT-1D" : "X-MBX-ORDER-COUNT-1M";
    }

    /** The limits as the list of instruments states them. */
    ArrayNode stated() {
        ArrayNode all = Json.array()
                .add(limit("REQUEST_WEIGHT", "MINUTE", 1, limits.weightPerMinute()))
                .add(limit("ORDERS", "SECOND", 10, limits.ordersPer10Seconds()))
                .add(limit("ORDERS", longUnit(), 1, limits.ordersPerLong()));
        return isSpot ? all.add(limit("RAW_REQUESTS", "MINUTE", 5, 300_000)) : all;
    }

    /** What an account used of the limits on orders. */
    ArrayNode orders(String account) {
        return Json.array()
                .add(limit("ORDERS", "SECOND", 10, limits.ordersPer10Seconds())
                        .put("count", ordersOf10Seconds(account)))
                .add(limit("ORDERS", longUnit(), 1, limits.ordersPerLong()).put("count", ordersOfLong(account)));
    }

    /** What an address used of the limit on weight. */
    ArrayNode weight(String address) {
        return Json.array()
                .add(limit("REQUEST_WEIGHT", "MINUTE", 1, limits.weightPerMinute())
                        .put("count", used(address)));
    }

    private static ObjectNode limit(String type, String unit, int units, int most) {
        return Json.object()
                .put("rateLimitType", type)
                .put("interval", unit)
                .put("intervalNum", units)
                .put("limit", most);
    }

    private Window window(Map<String, Window> windows, String whose, long span) {
        long number = clock.getAsLong() / span;
        Window window = windows.computeIfAbsent(whose, key -> new Window());
        if (window.number != number) {
            window.number = number;
            window.used = 0;
        }
        return window;
    }

    private static final class Window {
        private long number;
        private int used;
    }
}
