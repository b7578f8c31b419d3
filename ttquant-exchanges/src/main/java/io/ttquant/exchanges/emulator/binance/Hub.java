package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who listens to which stream. */
final class Hub {
    private final Map<String, Set<StreamSocket>> listeners = new HashMap<>();

    void add(String stream, StreamSocket socket) {
        listeners.computeIfAbsent(stream, name -> new LinkedHashSet<>()).add(socket);
    }

    void remove(String stream, StreamSocket socket) {
        Set<StreamSocket> all = listeners.get(stream);
        if (all != null && all.remove(socket) && all.isEmpty()) {
            listeners.remove(stream);
        }
    }

    boolean has(String stream) {
        return listeners.containsKey(stream);
    }

    /** Streams that somebody listens to. */
    List<String> streams() {
        return List.copyOf(listeners.keySet());
    }

    /** Sends an event to all who listen. */
    void publish(String stream, ObjectNode event) {
        Set<StreamSocket> all = listeners.get(stream);
        if (all == null) {
            return;
        }
        String raw = event.toString();
        for (StreamSocket socket : List.copyOf(all)) {
            socket.event(stream, raw);
        }
    }

    /** Sends one event that is a list. */
    void publishAll(String stream, List<ObjectNode> rows) {
        Set<StreamSocket> all = listeners.get(stream);
        if (all != null) {
            String raw = rows.stream().collect(Json.toArray()).toString();
            List.copyOf(all).forEach(socket -> socket.event(stream, raw));
        }
    }
}
