package io.ttquant.exchanges.transport.simulated;

import io.ttquant.api.exchange.EngineThread.Timeout;
import io.ttquant.exchanges.transport.HttpCall;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.NetworkFailure.Kind;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One request through the simulated network. */
final class SimulatedCall implements HttpCall {
    private final HttpRequest request;
    private final HttpListener listener;
    private final SimulatedTime time;
    private final BooleanSupplier isOver;
    private final Timeout timeout;
    private boolean isDone;

    /** @param isOver whether the network is closed */
    SimulatedCall(HttpRequest request, HttpListener listener, SimulatedTime time, BooleanSupplier isOver) {
        this.request = request;
        this.listener = listener;
        this.time = time;
        this.isOver = isOver;
        this.timeout =
                time.schedule(request.timeout(), () -> fail(Kind.TIMEOUT, true, "no answer in " + request.timeout()));
    }

    void start(@Nullable HttpHandler server, Link link) {
        if (server == null) {
            time.execute(() -> fail(Kind.UNRESOLVED, false, "there is no such host"));
        } else if (link.isRefusing()) {
            later(link.delay(0), () -> fail(Kind.UNREACHABLE, false, "connection refused"));
        } else if (link.isFrozen() || link.losesRequest()) {
            // The timeout will tell.
            return;
        } else if (link.resets()) {
            later(link.delay(0), () -> fail(Kind.BROKEN, true, "connection reset"));
        } else {
            later(link.delay(request.body().length), () -> arrive(server, link));
        }
    }

    @Override
    public void cancel() {
        isDone = true;
        timeout.cancel();
    }

    /** The request reached the server, whether or not somebody still waits. */
    private void arrive(HttpHandler server, Link link) {
        server.handle(request, response -> leave(response, link));
    }

    /** The server answers, at its own time. */
    private void leave(HttpResponse response, Link link) {
        if (link.isFrozen() || link.losesAnswer()) {
            return;
        }
        if (link.resets()) {
            later(link.delay(0), () -> fail(Kind.BROKEN, true, "connection reset"));
            return;
        }
        later(link.delay(response.body().length), () -> finish(response, link));
    }

    private void finish(HttpResponse response, Link link) {
        if (link.isFrozen()) {
            return;
        }
        if (response.body().length > request.ceiling()) {
            fail(Kind.TOO_LARGE, true, "more than " + request.ceiling() + " bytes");
        } else if (!isDone && !isOver.getAsBoolean()) {
            cancel();
            listener.response(response);
        }
    }

    private void fail(Kind kind, boolean mayHaveLeft, String why) {
        if (!isDone && !isOver.getAsBoolean()) {
            cancel();
            listener.failed(new NetworkFailure(kind, mayHaveLeft, request + ": " + why));
        }
    }

    private void later(long nanos, Runnable step) {
        time.schedule(Duration.ofNanos(nanos), step);
    }
}
