package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.Addresses;
import io.ttquant.exchanges.transport.HttpCall;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketListener;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;

/**
 * The network through OkHttp. TLS only, but for loopback; HTTP/1.1; no redirects, no cookies, no cache, and no request is sent twice,
 * whatever the server answers. Its threads move bytes and hand them to the engine's thread. {@link #close()} ends them; the few that
 * OkHttp shares in a process are daemons and end by themselves after a minute without work.
 */
public final class OkHttpNetwork implements Network {
    private static final long CLOSING_SECONDS = 5;

    private final NetworkSettings settings;
    private final EngineThread engine;
    private final IoThreads threads;
    private final OkHttpClient client;
    private volatile boolean isClosed;

    private OkHttpNetwork(NetworkSettings settings, EngineThread engine) {
        this.settings = settings;
        this.engine = engine;
        this.threads = new IoThreads();
        this.client = Clients.of(settings, threads.executor());
    }

    /**
     * Opens a network; nothing is sent by that.
     *
     * @param engine the thread that listeners are called on
     */
    public static OkHttpNetwork open(NetworkSettings settings, EngineThread engine) {
        return new OkHttpNetwork(settings, engine);
    }

    @Override
    public HttpCall send(HttpRequest request, HttpListener listener) {
        requireOpen();
        Addresses.require(request.uri(), "https");
        CallTrace trace = new CallTrace();
        Call call = client.newCall(Requests.http(request, trace));
        call.timeout().timeout(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        OkHttpCall answer = new OkHttpCall(request, listener, engine, trace, call, () -> isClosed);
        answer.start();
        return answer;
    }

    @Override
    public WebSocket open(WebSocketRequest request, WebSocketListener listener) {
        requireOpen();
        Addresses.require(request.uri(), "wss");
        MessageMeter meter = new MessageMeter(settings.messageCeiling());
        OkHttpSocket socket = new OkHttpSocket(request, listener, engine, settings, meter, () -> isClosed);
        OkHttpClient own = Clients.forSocket(client, settings, meter, request.pingEach());
        socket.bind(own.newWebSocket(Requests.webSocket(request), socket));
        return socket;
    }

    @Override
    public void close() {
        isClosed = true;
        client.dispatcher().cancelAll();
        threads.end(CLOSING_SECONDS);
        client.connectionPool().evictAll();
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("the network is closed: open another");
        }
    }
}
