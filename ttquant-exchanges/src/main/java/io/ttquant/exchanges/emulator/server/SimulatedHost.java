package io.ttquant.exchanges.emulator.server;

import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.simulated.HttpHandler;
import io.ttquant.exchanges.transport.simulated.SimulatedPeer;
import io.ttquant.exchanges.transport.simulated.WebSocketHandler;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A front as a host of the simulated network: everything happens on one thread, the same for equal seeds. */
public final class SimulatedHost implements HttpHandler, WebSocketHandler {
    private static final String PEER = "127.0.0.1";
    private static final int OPENS = 101;
    private static final int NOT_FOUND = 404;
    private static final byte[] NOTHING = {};

    private final Front front;
    private final Turns turns;
    private final Map<SimulatedPeer, SocketFront> sockets = new HashMap<>();
    private @Nullable SocketFront accepted;

    /**
     * The host of a front.
     *
     * @param turns by which answers are held back that shall come late
     */
    public SimulatedHost(Front front, Turns turns) {
        this.front = front;
        this.turns = turns;
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpResponse> answer) {
        Reply given = front.answer(call(request.method(), request.uri(), request.headers(), request.body()));
        if (given == null) {
            return;
        }
        if (given.delay().isZero()) {
            answer(given, answer);
        } else {
            turns.after(given.delay(), () -> answer(given, answer));
        }
    }

    private static void answer(Reply given, Consumer<HttpResponse> answer) {
        Reply due = given.due();
        if (due != null) {
            answer.accept(response(due));
        }
    }

    /** Answers are given by {@link #handle(HttpRequest, Consumer)}, since some are late. */
    @Override
    public @Nullable HttpResponse handle(HttpRequest request) {
        Reply given = front.answer(call(request.method(), request.uri(), request.headers(), request.body()));
        Reply due = given == null ? null : given.due();
        return due == null ? null : response(due);
    }

    private static HttpResponse response(Reply reply) {
        HttpHeaders headers = HttpHeaders.NONE;
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            headers = headers.with(header.getKey(), header.getValue());
        }
        return HttpResponse.of(reply.status(), headers, reply.body());
    }

    /** Asked right before {@link #opened}. */
    @Override
    public int status(WebSocketRequest request) {
        accepted = front.socket(call("GET", request.uri(), request.headers(), NOTHING));
        return accepted == null ? NOT_FOUND : OPENS;
    }

    @Override
    public void opened(SimulatedPeer peer) {
        SocketFront socket = Objects.requireNonNull(accepted, "the network opened a socket that was not accepted");
        accepted = null;
        sockets.put(peer, socket);
        socket.opened(new Sender(peer));
    }

    @Override
    public void message(SimulatedPeer peer, String text) {
        SocketFront socket = sockets.get(peer);
        if (socket != null) {
            socket.text(text);
        }
    }

    @Override
    public void closed(SimulatedPeer peer) {
        SocketFront socket = sockets.remove(peer);
        if (socket != null) {
            socket.closed();
        }
    }

    private static Call call(String method, URI uri, HttpHeaders headers, byte[] body) {
        Map<String, String> all = new HashMap<>();
        headers.forEach(all::put);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new Call(method, uri.getRawPath(), query, all, body, PEER);
    }

    private record Sender(SimulatedPeer peer) implements Peer {
        @Override
        public void send(String text) {
            peer.send(text);
        }

        /** The simulated network has no ping frames: its sockets are open or broken. */
        @Override
        public void ping() {}

        @Override
        public void close(int code, String reason) {
            peer.close(code, reason);
        }
    }
}
