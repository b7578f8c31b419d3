package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Peer;
import io.ttquant.exchanges.emulator.server.SocketFront;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A WebSocket with streams of market data, raw or combined. */
final class StreamSocket implements SocketFront {
    private static final int MOST_STREAMS = 1024;

    private final Hub hub;
    private final StreamRoute route;
    private final boolean isCombined;
    private final Set<String> streams = new LinkedHashSet<>();
    private final List<String> first;
    private boolean isWrapped;
    private @Nullable Peer peer;

    /**
     * A socket.
     *
     * @param route which streams it carries
     * @param isCombined whether events come with the name of their stream
     * @param first streams that the address names
     */
    StreamSocket(Hub hub, StreamRoute route, boolean isCombined, List<String> first) {
        this.hub = hub;
        this.route = route;
        this.isCombined = isCombined;
        this.first = List.copyOf(first);
        isWrapped = isCombined;
    }

    @Override
    public void opened(Peer other) {
        peer = other;
        first.forEach(this::subscribe);
    }

    private void subscribe(String stream) {
        if (streams.add(stream) && route.carries(stream)) {
            hub.add(stream, this);
        }
    }

    private void unsubscribe(String stream) {
        streams.remove(stream);
        hub.remove(stream, this);
    }

    @Override
    public void text(String text) {
        JsonNode request = Json.parse(text);
        if (request == null || !request.isObject()) {
            send(error(3, "Invalid JSON: expected value at line 1 column 1"));
            return;
        }
        JsonNode id = request.path("id");
        ObjectNode answer = answer(request);
        if (id.isMissingNode()) {
            answer.putNull("id");
        } else {
            answer.set("id", id);
        }
        send(answer);
    }

    private ObjectNode answer(JsonNode request) {
        JsonNode params = request.path("params");
        String method = request.path("method").asText();
        switch (method) {
            case "SUBSCRIBE", "UNSUBSCRIBE" -> {
                if (!params.isArray() || params.isEmpty()) {
                    return error(2, "Invalid request: request ID must be an unsigned integer, or params are missing");
                }
                if (streams.size() + params.size() > MOST_STREAMS) {
                    return error(2, "Invalid request: too many streams");
                }
                params.forEach(stream -> {
                    if (method.equals("SUBSCRIBE")) {
                        subscribe(stream.asText());
                    } else {
                        unsubscribe(stream.asText());
                    }
                });
                return result();
            }
            case "LIST_SUBSCRIPTIONS" -> {
                ObjectNode answer = Json.object();
                var all = Json.array();
                streams.forEach(all::add);
                answer.set("result", all);
                return answer;
            }
            case "SET_PROPERTY" -> {
                isWrapped = params.path(1).asBoolean(isCombined);
                return result();
            }
            default -> {
                return error(
                        2,
                        "Invalid request: unknown variant `" + method
                                + "`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`,"
                                + " `GET_PROPERTY`");
            }
        }
    }

    private static ObjectNode result() {
        ObjectNode answer = Json.object();
        answer.putNull("result");
        return answer;
    }

    private static ObjectNode error(int code, String text) {
        return Json.object().put("code", code).put("msg", text);
    }

    /** An event of a stream, as it stands without a wrapping. */
    void event(String stream, String raw) {
        if (peer != null) {
            peer.send(isWrapped ? "{\"stream\":\"" + stream + "\",\"data\":" + raw + "}" : raw);
        }
    }

    private void send(ObjectNode message) {
        if (peer != null) {
            peer.send(Json.text(message));
        }
    }

    @Override
    public void closed() {
        peer = null;
        streams.forEach(stream -> hub.remove(stream, this));
    }
}
