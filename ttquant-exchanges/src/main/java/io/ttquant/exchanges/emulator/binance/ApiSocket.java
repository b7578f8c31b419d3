package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Peer;
import io.ttquant.exchanges.emulator.server.SocketFront;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session of the WebSocket API: requests as frames, and on Spot the events of accounts. */
final class ApiSocket implements SocketFront {
    private static final int OK = 200;

    private final Venue venue;
    private final RestDesk desk;
    private final Map<String, String> methods;
    private final Listeners listeners;
    private final String address;
    private final Map<Integer, Subscription> subscriptions = new LinkedHashMap<>();
    private @Nullable Peer peer;
    private @Nullable Caller session;
    private long loggedOnAt;
    private int nextSubscription;
    private boolean isPlain;

    private record Subscription(String account, Consumer<ObjectNode> listener) {}

    /**
     * A session.
     *
     * @param methods route of each method
     */
    ApiSocket(Venue venue, RestDesk desk, Map<String, String> methods, Listeners listeners, String address) {
        this.venue = venue;
        this.desk = desk;
        this.methods = methods;
        this.listeners = listeners;
        this.address = address;
    }

    @Override
    public void opened(Peer other) {
        peer = other;
    }

    @Override
    public void text(String text) {
        venue.exchange.tick();
        JsonNode frame = Json.parse(text);
        if (frame == null || !frame.isObject()) {
            send(refused(null, VenueError.of(-1135, "Invalid JSON Request")));
            return;
        }
        JsonNode id = frame.get("id");
        try {
            JsonNode result = perform(frame.path("method").asText(), Params.of(frame.path("params")));
            ObjectNode answer = Json.object();
            answer.set("id", id == null ? Json.object().nullNode() : id);
            answer.put("status", OK);
            answer.set("result", result);
            send(counted(answer));
        } catch (VenueError refused) {
            send(counted(refused(id, refused)));
        } finally {
            venue.recent.end();
        }
    }

    private JsonNode perform(String method, Params params) {
        isPlain = "false".equals(params.find("returnRateLimits"));
        return switch (method) {
            case "session.logon" -> logOn(params);
            case "session.status" -> status();
            case "session.logout" -> {
                session = null;
                yield status();
            }
            case "userDataStream.subscribe" -> subscribe(loggedOn());
            case "userDataStream.subscribe.signature" -> {
                venue.meter.weigh(address, 2);
                yield subscribe(venue.gate.enter(Route.Security.READ, address, params.find("apiKey"), params));
            }
            case "userDataStream.unsubscribe" -> unsubscribe(params);
            case "session.subscriptions" -> list();
            default -> routed(method, params);
        };
    }

    private JsonNode routed(String method, Params params) {
        Route route = desk.routes().get(methods.getOrDefault(method, ""));
        if (route == null) {
            throw VenueError.of(-1020, "This operation is not supported.");
        }
        venue.meter.weigh(address, route.weight().applyAsInt(params));
        Caller caller = session != null && !params.has("apiKey") && route.security() != Route.Security.NONE
                ? venue.gate.enter(route.security(), session, params)
                : venue.gate.enter(route.security(), address, params.find("apiKey"), params);
        return desk.perform(route, caller, params);
    }

    private JsonNode logOn(Params params) {
        venue.meter.weigh(address, 2);
        Caller caller = venue.gate.enter(Route.Security.READ, address, params.find("apiKey"), params);
        if (!Signatures.mayLogOn(caller.apiKey())) {
            throw VenueError.of(-4056, "HMAC_SHA256 API key is not supported.");
        }
        session = caller;
        loggedOnAt = venue.millis();
        return status();
    }

    private JsonNode status() {
        ObjectNode status = Json.object();
        if (session == null) {
            status.putNull("apiKey").putNull("authorizedSince");
        } else {
            status.put("apiKey", session.apiKey().key()).put("authorizedSince", loggedOnAt);
        }
        return status.put("connectedSince", loggedOnAt)
                .put("returnRateLimits", !isPlain)
                .put("serverTime", venue.millis())
                .put("userDataStream", !subscriptions.isEmpty());
    }

    private Caller loggedOn() {
        if (session == null) {
            throw VenueError.unauthorized(-2015, "Invalid API-key, IP, or permissions for action.");
        }
        return session;
    }

    private JsonNode subscribe(Caller caller) {
        boolean isTwice = subscriptions.values().stream()
                .anyMatch(other -> other.account().equals(caller.id()));
        if (isTwice) {
            throw VenueError.of(-2035, "User Data Stream subscription already active.");
        }
        int id = nextSubscription++;
        Consumer<ObjectNode> listener = event -> {
            ObjectNode wrapped = Json.object().put("subscriptionId", id);
            wrapped.set("event", event);
            send(wrapped);
        };
        subscriptions.put(id, new Subscription(caller.id(), listener));
        // From the next event on: the answer goes out first.
        listeners.add(caller.id(), listener);
        return Json.object().put("subscriptionId", id);
    }

    private JsonNode unsubscribe(Params params) {
        if (params.has("subscriptionId")) {
            Subscription one = subscriptions.remove((int) params.whole("subscriptionId"));
            if (one == null) {
                throw VenueError.of(-2036, "User Data Stream subscription not active.");
            }
            listeners.remove(one.account(), one.listener());
        } else {
            endAll();
        }
        return Json.object();
    }

    private JsonNode list() {
        return subscriptions.keySet().stream()
                .map(id -> (JsonNode) Json.object().put("subscriptionId", id))
                .collect(Json.toArray());
    }

    private void endAll() {
        subscriptions.values().forEach(one -> listeners.remove(one.account(), one.listener()));
        subscriptions.clear();
    }

    private static ObjectNode refused(@Nullable JsonNode id, VenueError error) {
        ObjectNode answer = Json.object();
        answer.set("id", id == null ? Json.object().nullNode() : id);
        answer.put("status", error.status);
        answer.set("error", error.body());
        return answer;
    }

    private ObjectNode counted(ObjectNode answer) {
        if (!isPlain) {
            answer.set("rateLimits", venue.meter.weight(address));
        }
        return answer;
    }

    private void send(ObjectNode message) {
        if (peer != null) {
            peer.send(Json.text(message));
        }
    }

    @Override
    public void closed() {
        peer = null;
        endAll();
    }
}
