package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Peer;
import io.ttquant.exchanges.emulator.server.SocketFront;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A WebSocket with the events of a futures account. */
final class UserSocket implements SocketFront {
    private final Listeners listeners;
    private final ListenKeys keys;
    private final @Nullable String account;
    private final String wrapping;
    private final Set<String> kinds;
    private final Consumer<ObjectNode> listener = this::tell;
    private @Nullable Peer peer;

    /**
     * A socket.
     *
     * @param account whose; null if the listen key is none: the socket then opens and stays silent
     * @param wrapping name of the stream that events come with, empty for none
     * @param kinds events that are asked for; empty for all
     */
    UserSocket(Listeners listeners, ListenKeys keys, @Nullable String account, String wrapping, Set<String> kinds) {
        this.listeners = listeners;
        this.keys = keys;
        this.account = account;
        this.wrapping = wrapping;
        this.kinds = kinds;
    }

    @Override
    public void opened(Peer other) {
        peer = other;
        if (account != null) {
            listeners.add(account, listener);
            keys.join(account, this);
        }
    }

    private void tell(ObjectNode event) {
        boolean isAsked = kinds.isEmpty() || kinds.contains(event.path("e").asText());
        if (peer != null && isAsked) {
            peer.send(
                    wrapping.isEmpty()
                            ? Json.text(event)
                            : "{\"stream\":\"" + wrapping + "\",\"data\":" + Json.text(event) + "}");
        }
    }

    /** Its listen key is over. */
    void end(ObjectNode event) {
        tell(event);
        if (account != null) {
            listeners.remove(account, listener);
        }
    }

    @Override
    public void text(String text) {
        // A subscription here changes nothing: the account's events come anyway.
        var request = Json.parse(text);
        if (peer != null && request != null && request.has("id")) {
            ObjectNode answer = Json.object();
            answer.putNull("result").set("id", request.get("id"));
            peer.send(Json.text(answer));
        }
    }

    @Override
    public void closed() {
        peer = null;
        if (account != null) {
            listeners.remove(account, listener);
            keys.leave(account, this);
        }
    }
}
