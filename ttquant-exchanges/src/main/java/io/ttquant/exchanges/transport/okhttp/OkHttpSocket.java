package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import okhttp3.Response;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One WebSocket: OkHttp calls it on an I/O thread, and it hands bytes over to the engine's. */
final class OkHttpSocket extends WebSocketListener implements WebSocket {
    private static final int NORMAL = 1000;

    private final WebSocketRequest request;
    private final io.ttquant.exchanges.transport.WebSocketListener listener;
    private final EngineThread engine;
    private final NetworkSettings settings;
    private final MessageMeter meter;
    private final BooleanSupplier isOver;
    private final AtomicLong backlog = new AtomicLong();
    private volatile boolean wasOpen;
    private volatile boolean isOverrun;

    // On the engine's thread only.
    private okhttp3.@Nullable WebSocket socket;
    private boolean isOpen;
    private boolean isDone;

    /** @param isOver whether the network is closed */
    OkHttpSocket(
            WebSocketRequest request,
            io.ttquant.exchanges.transport.WebSocketListener listener,
            EngineThread engine,
            NetworkSettings settings,
            MessageMeter meter,
            BooleanSupplier isOver) {
        this.request = request;
        this.listener = listener;
        this.engine = engine;
        this.settings = settings;
        this.meter = meter;
        this.isOver = isOver;
    }

    void bind(okhttp3.WebSocket socket) {
        this.socket = socket;
    }

    @Override
    public boolean send(String text) {
        okhttp3.WebSocket open = socket;
        if (!isOpen || open == null || open.queueSize() + text.length() > settings.queueCeiling()) {
            return false;
        }
        return open.send(text);
    }

    @Override
    public long queuedBytes() {
        return socket == null ? 0 : socket.queueSize();
    }

    @Override
    public void close(int code, String reason) {
        if (socket != null && !isDone) {
            isOpen = false;
            socket.close(code, reason);
        }
    }

    @Override
    public void cancel() {
        isDone = true;
        isOpen = false;
        if (socket != null) {
            socket.cancel();
        }
    }

    @Override
    public void onOpen(okhttp3.WebSocket ignored, Response response) {
        wasOpen = true;
        engine.execute(() -> {
            if (isHeard()) {
                isOpen = true;
                listener.opened();
            }
        });
    }

    @Override
    public void onMessage(okhttp3.WebSocket from, String text) {
        hand(from, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void onMessage(okhttp3.WebSocket from, ByteString bytes) {
        hand(from, bytes.toByteArray());
    }

    @Override
    public void onClosing(okhttp3.WebSocket from, int code, String reason) {
        from.close(NORMAL, null);
    }

    @Override
    public void onClosed(okhttp3.WebSocket from, int code, String reason) {
        finish(() -> listener.closed(code, reason));
    }

    @Override
    public void onFailure(okhttp3.WebSocket from, Throwable e, @Nullable Response response) {
        if (!isOverrun) {
            finish(() -> listener.failed(failure(e, response)));
        }
    }

    private NetworkFailure failure(Throwable e, @Nullable Response response) {
        if (response != null && !wasOpen) {
            String retryAfter = response.header("Retry-After");
            return new NetworkFailure(
                    NetworkFailure.Kind.REFUSED,
                    true,
                    response.code(),
                    retryAfter == null ? "" : retryAfter,
                    request + ": status " + response.code() + " instead of a WebSocket");
        }
        return Failures.ofSocket(e, request.toString(), request.headers(), request.uri(), wasOpen);
    }

    private void hand(okhttp3.WebSocket from, byte[] payload) {
        meter.message();
        if (isOverrun) {
            return;
        }
        if (backlog.addAndGet(payload.length) > settings.backlogCeiling()) {
            isOverrun = true;
            from.cancel();
            finish(() -> listener.failed(behind()));
            return;
        }
        engine.execute(() -> {
            backlog.addAndGet(-payload.length);
            if (isHeard()) {
                listener.message(payload);
            }
        });
    }

    private NetworkFailure behind() {
        return new NetworkFailure(
                NetworkFailure.Kind.TOO_LARGE,
                true,
                request + ": more than " + settings.backlogCeiling() + " bytes wait to be worked on");
    }

    private boolean isHeard() {
        return !isDone && !isOver.getAsBoolean();
    }

    private void finish(Runnable last) {
        engine.execute(() -> {
            if (isHeard()) {
                isDone = true;
                isOpen = false;
                last.run();
            }
        });
    }
}
