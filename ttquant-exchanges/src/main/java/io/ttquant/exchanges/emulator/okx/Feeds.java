package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.server.Json;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** All sockets, and what their channels send. */
final class Feeds {
    private static final Set<String> WITHOUT_MARKET = Set.of(
            "instruments",
            "status",
            "orders",
            "account",
            "positions",
            "balance_and_position",
            "orders-algo",
            "algo-advance");

    private final OkxVenue venue;
    private final Set<OkxSocket> sockets = new LinkedHashSet<>();
    private final MarketFeeds markets;
    private final AccountFeeds accounts;
    private long seconds;

    Feeds(OkxVenue venue, MarketViews views, AccountFeeds accounts) {
        this.venue = venue;
        this.accounts = accounts;
        markets = new MarketFeeds(venue, views, this);
        venue.turns.every(Duration.ofMillis(100), markets::beat);
        venue.turns.every(Duration.ofSeconds(1), this::look);
        venue.turns.every(Duration.ofSeconds(1), this::repeat);
    }

    /** Accounts and positions are told again and again, whether or not something changed. */
    private void repeat() {
        seconds++;
        accounts.repeat(List.copyOf(sockets), seconds);
    }

    private void look() {
        List.copyOf(sockets).forEach(OkxSocket::look);
    }

    /** What a subscription is known by: channel and market, in whatever order its argument says them, or else all that it says. */
    static String key(JsonNode arg) {
        String channel = arg.path("channel").asText();
        String symbol = arg.path("instId").asText();
        return symbol.isEmpty() || Room.isOwn(channel) ? arg.toString() : key(channel, symbol);
    }

    static String key(String channel, String symbol) {
        // As the argument itself is written, but without making one for each beat of each market.
        return "{\"channel\":\"" + channel + "\",\"instId\":\"" + symbol + "\"}";
    }

    void join(OkxSocket socket) {
        sockets.add(socket);
    }

    void leave(OkxSocket socket) {
        sockets.remove(socket);
    }

    /** Refuses a subscription to what is not there. */
    void check(JsonNode arg) {
        String channel = arg.path("channel").asText();
        String symbol = arg.path("instId").asText();
        boolean isBar = channel.startsWith("candle");
        if (isBar && !Bars.isKnown(channel.substring("candle".length()))) {
            throw Room.wrong("channel:" + channel);
        }
        boolean isMissing = venue.exchange.marketData().market(symbol).isEmpty();
        if (!WITHOUT_MARKET.contains(channel) && isMissing) {
            throw Room.wrong("channel:" + channel + ",instId:" + symbol);
        }
    }

    /** What a subscription begins with. */
    void begin(OkxSocket socket, JsonNode arg) {
        if (Room.isOwn(arg.path("channel").asText())) {
            accounts.begin(socket, arg);
        } else {
            markets.begin(socket, arg);
        }
    }

    void see(ExchangeEvent event) {
        markets.see(event);
        if (event instanceof ExchangeEvent.OfAccount ofAccount) {
            accounts.see(ofAccount, List.copyOf(sockets));
        }
    }

    /** Sends data of a channel of a market to all who listen; it is made only if somebody does. */
    void publish(String channel, String symbol, Supplier<JsonNode> data) {
        publish(channel, symbol, "", data);
    }

    void publish(String channel, String symbol, String action, Supplier<JsonNode> data) {
        String key = key(channel, symbol);
        String text = "";
        for (OkxSocket socket : List.copyOf(sockets)) {
            if (socket.has(key)) {
                text = text.isEmpty() ? message(socket.argument(key), action, data.get()) : text;
                socket.send(text);
            }
        }
    }

    boolean has(String channel, String symbol) {
        String key = key(channel, symbol);
        return sockets.stream().anyMatch(socket -> socket.has(key));
    }

    /** Subscriptions to candles, as their arguments. */
    Set<JsonNode> candles() {
        Set<JsonNode> all = new LinkedHashSet<>();
        for (OkxSocket socket : sockets) {
            for (JsonNode arg : socket.subscriptions()) {
                if (arg.path("channel").asText().startsWith("candle")) {
                    all.add(arg);
                }
            }
        }
        return all;
    }

    static String message(JsonNode arg, String action, JsonNode data) {
        ObjectNode message = Json.object();
        message.set("arg", arg);
        if (!action.isEmpty()) {
            message.put("action", action);
        }
        ArrayNode rows = Json.array().add(data);
        message.set("data", rows);
        return Json.text(message);
    }
}
