package io.ttquant.exchanges.emulator.server;

import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketListener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** A WebSocket of a test. */
public final class Line implements WebSocketListener {
    private final Wire wire;
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private volatile WebSocket socket;
    private volatile boolean isOpen;
    private volatile String end = "";

    Line(Wire wire) {
        this.wire = wire;
    }

    void opening(WebSocket opened) {
        socket = opened;
    }

    /** Sends a text. */
    public void send(String text) {
        wire.onEngine(() -> socket.send(text));
    }

    /** The next text that fits; those before it are lost. */
    public String next(Predicate<String> fits) {
        String[] found = {null};
        wire.await("a text that fits; heard " + heard, () -> {
            for (String text = heard.poll(); text != null; text = heard.poll()) {
                if (fits.test(text)) {
                    found[0] = text;
                    return true;
                }
            }
            return false;
        });
        return found[0];
    }

    /** The next text with these characters. */
    public String next(String part) {
        return next(text -> text.contains(part));
    }

    /** All texts that were heard and not taken yet. */
    public List<String> rest() {
        List<String> rest = new ArrayList<>();
        for (String text = heard.poll(); text != null; text = heard.poll()) {
            rest.add(text);
        }
        return rest;
    }

    /** How it ended, empty if it did not. */
    public String end() {
        return end;
    }

    /** Ends it. */
    public void close() {
        wire.onEngine(() -> socket.close(1000, ""));
    }

    boolean isOpen() {
        if (!end.isEmpty()) {
            throw new AssertionError("the socket ended: " + end);
        }
        return isOpen;
    }

    @Override
    public void opened() {
        isOpen = true;
    }

    @Override
    public void message(byte[] payload) {
        heard.add(new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void closed(int code, String reason) {
        end = "closed " + code + " " + reason;
    }

    @Override
    public void failed(NetworkFailure failure) {
        end = "failed " + failure;
    }
}
