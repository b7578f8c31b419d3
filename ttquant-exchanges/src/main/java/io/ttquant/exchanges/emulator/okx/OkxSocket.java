package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Peer;
import io.ttquant.exchanges.emulator.server.SocketFront;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A WebSocket of OKX: login, subscriptions, orders. */
final class OkxSocket implements SocketFront {
    private static final long SILENCE = Duration.ofSeconds(30).toNanos();
    private static final int SILENT = 4004;

    private final OkxVenue venue;
    private final Room room;
    private final Door door;
    private final SocketOrders orders;
    private final Feeds feeds;
    private final String connection;
    /** Arguments of subscriptions by their key. */
    private final Map<String, JsonNode> subscriptions = new LinkedHashMap<>();

    private OkxVenue.@Nullable Caller caller;
    private @Nullable Peer peer;
    private long lastTraffic;

    OkxSocket(OkxVenue venue, Room room, Door door, SocketOrders orders, Feeds feeds, String connection) {
        this.venue = venue;
        this.room = room;
        this.door = door;
        this.orders = orders;
        this.feeds = feeds;
        this.connection = connection;
        lastTraffic = venue.exchange.now();
    }

    @Override
    public void opened(Peer other) {
        peer = other;
        feeds.join(this);
    }

    @Override
    public void text(String text) {
        venue.exchange.tick();
        lastTraffic = venue.exchange.now();
        if (text.equals("ping")) {
            send("pong");
            return;
        }
        JsonNode frame = Json.parse(text);
        if (frame == null || !frame.isObject()) {
            error("60012", "Invalid request: " + text, null);
            return;
        }
        JsonNode id = frame.get("id");
        try {
            perform(frame, id);
        } catch (OkxError refused) {
            error(refused.code, refused.text, id);
        }
    }

    private void perform(JsonNode frame, @Nullable JsonNode id) {
        String op = frame.path("op").asText();
        switch (op) {
            case "login" -> login(new Args(frame.path("args").path(0)), id);
            case "subscribe" -> frame.path("args").forEach(arg -> subscribe(arg, id));
            case "unsubscribe" -> frame.path("args").forEach(arg -> unsubscribe(arg, id));
            default -> {
                if (room != Room.PRIVATE || !SocketOrders.knows(op)) {
                    throw OkxError.of("60012", "Invalid request: " + op);
                }
                if (caller == null) {
                    throw OkxError.of("60011", "Please log in");
                }
                send(Json.text(orders.perform(caller, op, frame)));
            }
        }
    }

    private void login(Args args, @Nullable JsonNode id) {
        if (caller != null) {
            throw OkxError.of("60031", "The WebSocket endpoint does not allow multiple or repeated logins.");
        }
        Long seconds = new Args(Json.object().put("timestamp", args.text("timestamp", ""))).findWhole("timestamp");
        if (seconds == null) {
            throw OkxError.of("60004", "Invalid timestamp");
        }
        if (!door.isInTime(seconds)) {
            throw OkxError.of("60006", "Timestamp request expired");
        }
        OkxVenue.Caller found =
                venue.caller(args.text("apiKey", "")).orElseThrow(() -> OkxError.of("60005", "Invalid apiKey"));
        if (!Door.isPassphrase(found.key(), args.text("passphrase", ""))) {
            throw OkxError.of("60024", "Wrong passphrase");
        }
        if (!Door.isSigned(found.key(), seconds + "GET/users/self/verify", args.text("sign", ""))) {
            throw OkxError.of("60007", "Invalid sign");
        }
        caller = found;
        answer(Json.object().put("event", "login").put("code", "0").put("msg", ""), id);
    }

    private void subscribe(JsonNode arg, @Nullable JsonNode id) {
        try {
            String channel = arg.path("channel").asText();
            room.check(channel, caller != null);
            feeds.check(arg);
            ObjectNode ack = Json.object().put("event", "subscribe");
            ack.set("arg", arg);
            answer(ack, id);
            // The snapshot first: what others hear on its account is not for this one.
            feeds.begin(this, arg);
            subscriptions.put(Feeds.key(arg), arg);
        } catch (OkxError refused) {
            error(refused.code, refused.text, id);
        }
    }

    private void unsubscribe(JsonNode arg, @Nullable JsonNode id) {
        subscriptions.remove(Feeds.key(arg));
        ObjectNode ack = Json.object().put("event", "unsubscribe");
        ack.set("arg", arg);
        answer(ack, id);
    }

    private void answer(ObjectNode answer, @Nullable JsonNode id) {
        if (id != null) {
            answer.set("id", id);
        }
        send(Json.text(answer.put("connId", connection)));
    }

    private void error(String code, String text, @Nullable JsonNode id) {
        answer(Json.object().put("event", "error").put("code", code).put("msg", text), id);
    }

    /** Arguments of its subscriptions. */
    Iterable<JsonNode> subscriptions() {
        return java.util.List.copyOf(subscriptions.values());
    }

    boolean has(String key) {
        return subscriptions.containsKey(key);
    }

    /** The argument of a subscription that it {@link #has}. */
    JsonNode argument(String key) {
        return Objects.requireNonNull(subscriptions.get(key), key);
    }

    /** The account that is logged in; empty for none. */
    String account() {
        return caller == null ? "" : caller.account();
    }

    void send(String text) {
        // What is pushed keeps a connection as well as what is heard: a client pings only when nothing came.
        lastTraffic = venue.exchange.now();
        if (peer != null) {
            peer.send(text);
        }
    }

    /** Ends it if nothing went either way, or it was without a subscription, for half a minute. */
    void look() {
        boolean isIdle = venue.exchange.now() - lastTraffic > SILENCE;
        if (peer != null && isIdle) {
            peer.close(SILENT, "No data received in 30s.");
        }
    }

    @Override
    public void closed() {
        peer = null;
        feeds.leave(this);
    }
}
