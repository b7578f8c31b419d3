package io.ttquant.exchanges.transport.okhttp;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/** What one call has done so far; a tag of its request. */
final class CallTrace extends EventListener {
    private final AtomicBoolean isSent = new AtomicBoolean();
    private volatile boolean mayHaveLeft;
    private volatile boolean isConnecting;
    private volatile @Nullable String retryAfter;

    /** The trace of a call; a fresh one for WebSockets, which carry none. */
    static EventListener of(Call call) {
        CallTrace trace = call.request().tag(CallTrace.class);
        return trace == null ? EventListener.NONE : trace;
    }

    /** Claims the one time that the request may be sent; false if it was sent before. */
    boolean claim() {
        return isSent.compareAndSet(false, true);
    }

    boolean mayHaveLeft() {
        return mayHaveLeft;
    }

    /** Whether the call is between the start of a connection and its end. */
    boolean isConnecting() {
        return isConnecting;
    }

    /** The header that was taken off the answer, null if none was. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    void takeOff(String retryAfter) {
        this.retryAfter = retryAfter;
    }

    @Override
    public void connectStart(Call call, java.net.InetSocketAddress address, java.net.Proxy proxy) {
        isConnecting = true;
    }

    @Override
    public void requestHeadersStart(Call call) {
        isConnecting = false;
        mayHaveLeft = true;
    }
}
