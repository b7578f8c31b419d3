package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.HttpCall;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.NetworkFailure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request: reads its answer on an I/O thread, and hands it over. */
final class OkHttpCall implements HttpCall, Callback {
    private static final String RETRY_AFTER = "Retry-After";
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final HttpRequest request;
    private final HttpListener listener;
    private final EngineThread engine;
    private final CallTrace trace;
    private final Call call;

    private final BooleanSupplier isOver;

    // On the engine's thread only.
    private EngineThread.@Nullable Timeout backstop;
    private boolean isDone;

    /** @param isOver whether the network is closed */
    OkHttpCall(
            HttpRequest request,
            HttpListener listener,
            EngineThread engine,
            CallTrace trace,
            Call call,
            BooleanSupplier isOver) {
        this.request = request;
        this.listener = listener;
        this.engine = engine;
        this.trace = trace;
        this.call = call;
        this.isOver = isOver;
    }

    /** Begins, with a backstop for what OkHttp's own timeout does not end, such as a resolver of names that hangs. */
    void start() {
        backstop = engine.schedule(request.timeout().plus(GRACE), this::giveUp);
        call.enqueue(this);
    }

    @Override
    public void cancel() {
        if (finish()) {
            call.cancel();
        }
    }

    @Override
    public void onResponse(Call ignored, Response response) {
        try (response) {
            byte[] body = read(response.body().byteStream());
            if (body.length > request.ceiling()) {
                hand(tooLarge(response.code()));
            } else {
                hand(HttpResponse.of(response.code(), headers(response), body));
            }
        } catch (IOException e) {
            hand(Failures.of(e, request.toString(), request.headers(), request.uri(), trace));
        }
    }

    @Override
    public void onFailure(Call ignored, IOException e) {
        hand(Failures.of(e, request.toString(), request.headers(), request.uri(), trace));
    }

    /** One byte more than the ceiling tells that there are more. */
    private byte[] read(InputStream body) throws IOException {
        return body.readNBytes(Math.min(request.ceiling(), Integer.MAX_VALUE - 16) + 1);
    }

    private HttpHeaders headers(Response response) {
        HttpHeaders headers = Responses.headers(response);
        String retryAfter = trace.retryAfter();
        return retryAfter == null ? headers : headers.with(RETRY_AFTER, retryAfter);
    }

    private NetworkFailure tooLarge(int status) {
        return new NetworkFailure(
                NetworkFailure.Kind.TOO_LARGE,
                true,
                status,
                request + ": status " + status + " with more than " + request.ceiling() + " bytes");
    }

    private void hand(HttpResponse response) {
        engine.execute(() -> {
            if (finish()) {
                listener.response(response);
            }
        });
    }

    private void hand(NetworkFailure failure) {
        engine.execute(() -> {
            if (finish()) {
                listener.failed(failure);
            }
        });
    }

    /** An I/O thread is still at it, so nobody can say that nothing will leave. */
    private void giveUp() {
        if (finish()) {
            call.cancel();
            String why = request + ": no end after " + request.timeout();
            listener.failed(new NetworkFailure(NetworkFailure.Kind.TIMEOUT, true, why));
        }
    }

    /** Whether it is this that ends the call, and somebody wants to hear of it. */
    private boolean finish() {
        boolean isFirst = !isDone;
        isDone = true;
        if (backstop != null) {
            backstop.cancel();
        }
        return isFirst && !isOver.getAsBoolean();
    }
}
