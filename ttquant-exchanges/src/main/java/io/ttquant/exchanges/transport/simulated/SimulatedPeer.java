package io.ttquant.exchanges.transport.simulated;

import io.ttquant.exchanges.transport.WebSocketRequest;
import java.time.Duration;

/** The server's end of a simulated WebSocket. */
public final class SimulatedPeer {
    private final WebSocketRequest request;
    private final SimulatedSocket client;
    private final WebSocketHandler server;
    private final SimulatedTime time;
    private final Link link;
    private boolean isOpen = true;
    private long lastArrival;

    SimulatedPeer(
            WebSocketRequest request, SimulatedSocket client, WebSocketHandler server, SimulatedTime time, Link link) {
        this.request = request;
        this.client = client;
        this.server = server;
        this.time = time;
        this.link = link;
    }

    /** The request that opened it. */
    public WebSocketRequest request() {
        return request;
    }

    /** Whether the server takes it for open. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Sends a text, through all that the link does to it. */
    public void send(String text) {
        if (!isOpen || link.isFrozen() || link.losesMessage()) {
            return;
        }
        if (link.resets()) {
            client.reset();
            return;
        }
        travel(text.length(), () -> client.deliver(text));
        if (link.doublesMessage()) {
            travel(text.length(), () -> client.deliver(text));
        }
    }

    /** Closes the socket in order. */
    public void close(int code, String reason) {
        if (isOpen) {
            isOpen = false;
            if (!link.isFrozen()) {
                travel(0, () -> client.end(code, reason));
            }
        }
    }

    /** Breaks the connection. */
    public void reset() {
        client.reset();
    }

    void receive(String text) {
        if (isOpen) {
            server.message(this, text);
        }
    }

    void end() {
        if (isOpen) {
            isOpen = false;
            server.closed(this);
        }
    }

    /** Lets something of a size travel to the client, after all that travels there already. */
    void travel(int bytes, Runnable arrival) {
        lastArrival = Math.max(lastArrival, time.nanos() + link.delay(bytes));
        time.schedule(Duration.ofNanos(lastArrival - time.nanos()), arrival);
    }
}
