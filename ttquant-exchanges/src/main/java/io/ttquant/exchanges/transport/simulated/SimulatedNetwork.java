package io.ttquant.exchanges.transport.simulated;

import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.transport.Addresses;
import io.ttquant.exchanges.transport.HttpCall;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketListener;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A network in one thread: scripted servers, latency and faults drawn from a seed. Equal seeds and scripts give equal runs. Rules for
 * addresses are those of the real one.
 */
public final class SimulatedNetwork implements Network {
    private final SimulatedTime time;
    private final RandomGenerator random;
    private final Map<String, HttpHandler> servers = new HashMap<>();
    private final Map<String, WebSocketHandler> socketServers = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private final List<SimulatedSocket> open = new ArrayList<>();
    private int attempts;
    private boolean isClosed;

    /** A network without servers. */
    public SimulatedNetwork(SimulatedTime time, long seed) {
        this.time = time;
        this.random = new SeededRandom(seed);
    }

    /** Sets the server of requests to a host. */
    public SimulatedNetwork serve(String host, HttpHandler server) {
        servers.put(host, server);
        return this;
    }

    /** Sets the server of WebSockets to a host. */
    public SimulatedNetwork accept(String host, WebSocketHandler server) {
        socketServers.put(host, server);
        return this;
    }

    /** The way to a host. */
    public Link link(String host) {
        return links.computeIfAbsent(host, name -> new Link(this, name, random));
    }

    /** WebSockets that are open or opening. */
    public int openSockets() {
        return open.size();
    }

    /** WebSockets that were asked for so far. */
    public int attempts() {
        return attempts;
    }

    @Override
    public HttpCall send(HttpRequest request, HttpListener listener) {
        requireOpen();
        Addresses.require(request.uri(), "https");
        String host = request.uri().getHost();
        SimulatedCall call = new SimulatedCall(request, listener, time, () -> isClosed);
        call.start(servers.get(host), link(host));
        return call;
    }

    @Override
    public WebSocket open(WebSocketRequest request, WebSocketListener listener) {
        requireOpen();
        Addresses.require(request.uri(), "wss");
        attempts++;
        String host = request.uri().getHost();
        SimulatedSocket socket = new SimulatedSocket(request, listener, time, link(host), open::remove);
        open.add(socket);
        socket.start(server(host));
        return socket;
    }

    @Override
    public void close() {
        isClosed = true;
        List.copyOf(open).forEach(SimulatedSocket::cancel);
    }

    void cut(String host) {
        for (SimulatedSocket socket : List.copyOf(open)) {
            if (socket.host().equals(host)) {
                socket.reset();
            }
        }
    }

    private @Nullable WebSocketHandler server(String host) {
        return socketServers.get(host);
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("the network is closed: open another");
        }
    }
}
