package io.ttquant.exchanges.emulator.server;

import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects a whole request on an I/O thread, has it answered on the exchange's, and sends the answer on the I/O thread. */
final class FrontHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FrontHandler.class);
    private static final int NOT_FOUND = 404;
    private static final int BROKEN = 500;
    private static final byte[] NOTHING = {};

    private final Front front;
    private final Turns turns;
    private final OpenSockets sockets;

    FrontHandler(Front front, Turns turns, OpenSockets sockets) {
        this.front = front;
        this.turns = turns;
        this.sockets = sockets;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        // A client that offers HTTP/2 asks for another upgrade, and is answered in HTTP/1.1.
        if ("websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst(Headers.UPGRADE))) {
            Call handshake = call(exchange, NOTHING);
            exchange.dispatch(turns::execute, () -> shakeHands(exchange, handshake));
            return;
        }
        exchange.getRequestReceiver().receiveFullBytes((whole, body) -> {
            Call call = call(whole, body);
            whole.dispatch(turns::execute, () -> answer(whole, call));
        });
    }

    private void shakeHands(HttpServerExchange exchange, Call handshake) {
        SocketFront socket = guarded(handshake, () -> front.socket(handshake));
        if (socket == null) {
            send(exchange, Reply.text(NOT_FOUND, "text/plain", "Not Found"));
            return;
        }
        HttpHandler upgrade = Handlers.websocket((http, channel) -> {
            new UndertowPeer(channel, turns, socket).start();
            sockets.add(channel);
        });
        exchange.dispatch(exchange.getIoThread(), upgrade);
    }

    private void answer(HttpServerExchange exchange, Call call) {
        boolean[] isAnswered = {false};
        Reply reply = guarded(call, () -> {
            Reply given = front.answer(call);
            isAnswered[0] = true;
            return given;
        });
        if (reply != null && !reply.delay().isZero()) {
            turns.after(reply.delay(), () -> {
                Reply due = guarded(call, reply::due);
                if (due != null) {
                    send(exchange, due);
                }
            });
        } else if (reply != null) {
            send(exchange, reply);
        } else if (!isAnswered[0]) {
            send(exchange, Reply.text(BROKEN, "text/plain", "the local exchange failed; its log says why"));
        }
    }

    private static <T> @Nullable T guarded(Call call, java.util.function.Supplier<@Nullable T> step) {
        try {
            return step.get();
        } catch (RuntimeException | AssertionError failed) {
            LOG.error("The local exchange failed at {}", call, failed);
            return null;
        }
    }

    private static void send(HttpServerExchange exchange, Reply reply) {
        try {
            exchange.getIoThread().execute(() -> {
                exchange.setStatusCode(reply.status());
                reply.headers()
                        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
                exchange.getResponseSender().send(ByteBuffer.wrap(reply.body()));
            });
        } catch (RejectedExecutionException closed) {
            LOG.trace("Not answered, since the server is closed");
        }
    }

    private static Call call(HttpServerExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            headers.put(values.getHeaderName().toString(), values.getLast());
        }
        String peer = exchange.getSourceAddress().getAddress().getHostAddress();
        return new Call(
                exchange.getRequestMethod().toString(),
                exchange.getRequestURI(),
                exchange.getQueryString(),
                headers,
                body,
                peer);
    }
}
