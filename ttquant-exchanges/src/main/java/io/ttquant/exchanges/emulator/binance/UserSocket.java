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
    private @Nullable String account;
    private String wrapping;
    private final boolean isCombined;
    private final Set<String> kinds;
    private final Consumer<ObjectNode> listener = this::tell;
    private @Nullable Peer peer;

    /**
     * A socket.
     *
     * @param account whose; null if the listen key is none: the socket then opens and stays silent
     * @param wrapping name of the stream that events come with, empty for none
     * @param isCombined whether events of a key that is subscribed to later come with its name
     * @param kinds events that are asked for; empty for all
     */
    UserSocket(
            Listeners listeners,
            ListenKeys keys,
            @Nullable String account,
            String wrapping,
            boolean isCombined,
            Set<String> kinds) {
        this.listeners = listeners;
        this.keys = keys;
        this.account = account;
        this.wrapping = wrapping;
        this.isCombined = isCombined;
        this.kinds = kinds;
    }

    @Override
    public void opened(Peer other) {
        peer = other;
        join();
    }

    private void join() {
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

    private void subscribe(String key) {
        String owner = account == null ? keys.account(key) : null;
        if (owner != null) {
            account = owner;
            wrapping = isCombined ? key : "";
            join();
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
        // A subscription changes nothing where the address named the key: the account's events come anyway.
        var request = Json.parse(text);
        if (request != null
                && account == null
                && request.path("method").asText().equals("SUBSCRIBE")) {
            request.path("params").forEach(name -> subscribe(name.asText()));
        }
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
