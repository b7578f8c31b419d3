package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys of the streams of futures accounts: one an account, good for an hour from its last use. */
final class ListenKeys {
    private static final String PATH = "/fapi/v1/listenKey";
    private static final long LIFE = Duration.ofMinutes(60).toMillis();

    private final Venue venue;
    private final Map<String, Key> byAccount = new LinkedHashMap<>();
    private long next = 1;

    private static final class Key {
        final String text;
        final Set<UserSocket> sockets = new LinkedHashSet<>();
        long until;

        Key(String text) {
            this.text = text;
        }
    }

    ListenKeys(Venue venue) {
        this.venue = venue;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("POST " + PATH, Route.keyed(1, (caller, params) -> create(caller)));
        routes.put("PUT " + PATH, Route.keyed(1, (caller, params) -> extend(caller)));
        routes.put("DELETE " + PATH, Route.keyed(1, (caller, params) -> end(caller)));
    }

    private JsonNode create(Caller caller) {
        Key key = byAccount.computeIfAbsent(caller.id(), account -> new Key(made()));
        return extended(key);
    }

    /** 64 letters and digits, as the venue makes them; nobody has to guess them here. */
    private String made() {
        return String.format(java.util.Locale.ROOT, "localListenKey%050d", next++);
    }

    private JsonNode extend(Caller caller) {
        Key key = byAccount.get(caller.id());
        if (key == null) {
            throw VenueError.of(
                    -1125,
                    "This listenKey does not exist. Please use `POST /fapi/v1/listenKey` to recreate `listenKey`");
        }
        return extended(key);
    }

    private JsonNode extended(Key key) {
        key.until = venue.millis() + LIFE;
        return Json.object().put("listenKey", key.text);
    }

    private JsonNode end(Caller caller) {
        expire(byAccount.remove(caller.id()));
        return Json.object();
    }

    /** Lets keys end whose hour is over. */
    void look() {
        for (Map.Entry<String, Key> entry : Map.copyOf(byAccount).entrySet()) {
            if (entry.getValue().until < venue.millis()) {
                expire(byAccount.remove(entry.getKey()));
            }
        }
    }

    private void expire(@Nullable Key key) {
        if (key == null) {
            return;
        }
        ObjectNode event = Json.object()
                .put("e", "listenKeyExpired")
                .put("E", venue.millis())
                .put("listenKey", key.text);
        Set.copyOf(key.sockets).forEach(socket -> socket.end(event));
        key.sockets.clear();
    }

    /** The account of a key; null if there is no such key. */
    @Nullable
    String account(String text) {
        return byAccount.entrySet().stream()
                .filter(entry -> entry.getValue().text.equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    void join(String account, UserSocket socket) {
        Key key = byAccount.get(account);
        if (key != null) {
            key.sockets.add(socket);
        }
    }

    void leave(String account, UserSocket socket) {
        Key key = byAccount.get(account);
        if (key != null) {
            key.sockets.remove(socket);
        }
    }
}
