package io.ttquant.exchanges.transport.simulated;

import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.NetworkFailure.Kind;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketListener;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The client's end of a simulated WebSocket. */
final class SimulatedSocket implements WebSocket {
    private static final int OPENS = 101;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final WebSocketRequest request;
    private final WebSocketListener listener;
    private final SimulatedTime time;
    private final Link link;
    private final Consumer<SimulatedSocket> whenDone;
    private @Nullable SimulatedPeer peer;
    private boolean isOpen;
    private boolean isDone;
    private boolean isPinged;
    private long lastArrival;

    SimulatedSocket(
            WebSocketRequest request,
            WebSocketListener listener,
            SimulatedTime time,
            Link link,
            Consumer<SimulatedSocket> whenDone) {
        this.request = request;
        this.listener = listener;
        this.time = time;
        this.link = link;
        this.whenDone = whenDone;
    }

    String host() {
        return request.uri().getHost();
    }

    void start(@Nullable WebSocketHandler server) {
        if (server == null) {
            time.execute(() -> fail(Kind.UNRESOLVED, "there is no such host"));
        } else if (link.isRefusing()) {
            travel(0, () -> fail(Kind.UNREACHABLE, "connection refused"));
        } else if (!link.isFrozen()) {
            travel(0, () -> shakeHands(server));
        }
    }

    @Override
    public boolean send(String text) {
        SimulatedPeer other = peer;
        if (!isOpen || other == null) {
            return false;
        }
        if (link.resets()) {
            reset();
        } else if (!link.isFrozen()) {
            travel(text.length(), () -> other.receive(text));
        }
        return true;
    }

    /** Nothing waits here: the link takes everything at once. */
    @Override
    public long queuedBytes() {
        return 0;
    }

    @Override
    public void close(int code, String reason) {
        if (isDone) {
            return;
        }
        isOpen = false;
        SimulatedPeer other = peer;
        if (other != null && !link.isFrozen()) {
            travel(0, () -> {
                other.end();
                other.travel(0, () -> end(code, reason));
            });
        }
        time.schedule(CLOSE_TIMEOUT, () -> fail(Kind.TIMEOUT, "no close in " + CLOSE_TIMEOUT));
    }

    @Override
    public void cancel() {
        if (finish() && peer != null) {
            peer.end();
        }
    }

    /** Breaks the connection, which both sides notice. */
    void reset() {
        SimulatedPeer other = peer;
        time.execute(() -> {
            if (other != null) {
                other.end();
            }
            fail(Kind.BROKEN, "connection reset");
        });
    }

    /** A message of the server arrives. */
    void deliver(String text) {
        if (isOpen && !link.isFrozen()) {
            listener.message(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void end(int code, String reason) {
        if (finish()) {
            listener.closed(code, reason);
        }
    }

    /** Lets something of a size travel to the server, after all that travels there already. */
    private void travel(int bytes, Runnable arrival) {
        lastArrival = Math.max(lastArrival, time.nanos() + link.delay(bytes));
        time.schedule(Duration.ofNanos(lastArrival - time.nanos()), arrival);
    }

    private void shakeHands(WebSocketHandler server) {
        if (isDone || link.isFrozen()) {
            return;
        }
        int status = server.status(request);
        if (status != OPENS) {
            travel(0, () -> refuse(status, server.retryAfter()));
            return;
        }
        SimulatedPeer other = new SimulatedPeer(request, this, server, time, link);
        peer = other;
        other.travel(0, this::opened);
        server.opened(other);
    }

    private void opened() {
        if (!isDone && !link.isFrozen()) {
            isOpen = true;
            ping();
            listener.opened();
        }
    }

    /** Pings after each time that was asked for; one that is not answered by the next fails the connection. */
    private void ping() {
        Duration each = request.pingEach();
        if (!each.isZero()) {
            time.schedule(each, () -> {
                if (isPinged) {
                    fail(Kind.TIMEOUT, "no pong in " + each);
                } else if (isOpen) {
                    isPinged = true;
                    answerPing();
                    ping();
                }
            });
        }
    }

    private void answerPing() {
        SimulatedPeer other = peer;
        if (other != null && !link.isFrozen()) {
            travel(0, () -> {
                if (!link.isFrozen()) {
                    other.travel(0, () -> isPinged &= link.isFrozen());
                }
            });
        }
    }

    private void refuse(int status, String retryAfter) {
        if (finish()) {
            String why = request + ": status " + status + " instead of a WebSocket";
            listener.failed(new NetworkFailure(Kind.REFUSED, true, status, retryAfter, why));
        }
    }

    private void fail(Kind kind, String why) {
        if (finish()) {
            boolean wasOpen = peer != null;
            listener.failed(new NetworkFailure(kind, wasOpen, request + ": " + why));
        }
    }

    private boolean finish() {
        boolean isFirst = !isDone;
        isDone = true;
        isOpen = false;
        if (isFirst) {
            whenDone.accept(this);
        }
        return isFirst;
    }
}
