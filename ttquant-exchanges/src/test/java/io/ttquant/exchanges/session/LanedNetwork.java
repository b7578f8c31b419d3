package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.HttpCall;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketListener;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.util.ArrayList;
import java.util.List;

/** A simulated network whose news is handed over to a lane of an engine's thread, as a real one's is. It keeps what was sent and who listens. */
final class LanedNetwork implements Network {
    final List<String> sent = new ArrayList<>();
    final List<WebSocketListener> listeners = new ArrayList<>();
    private final Network network;
    private final EngineThread lane;

    LanedNetwork(Network network, EngineThread lane) {
        this.network = network;
        this.lane = lane;
    }

    @Override
    public HttpCall send(HttpRequest request, HttpListener listener) {
        sent.add(request.method() + " " + request.uri().getPath());
        return network.send(request, new HttpListener() {
            @Override
            public void response(HttpResponse response) {
                lane.execute(() -> listener.response(response));
            }

            @Override
            public void failed(NetworkFailure failure) {
                lane.execute(() -> listener.failed(failure));
            }
        });
    }

    @Override
    public WebSocket open(WebSocketRequest request, WebSocketListener listener) {
        listeners.add(listener);
        return network.open(request, new WebSocketListener() {
            @Override
            public void opened() {
                lane.execute(listener::opened);
            }

            @Override
            public void message(byte[] payload) {
                lane.execute(() -> listener.message(payload));
            }

            @Override
            public void closed(int code, String reason) {
                lane.execute(() -> listener.closed(code, reason));
            }

            @Override
            public void failed(NetworkFailure failure) {
                lane.execute(() -> listener.failed(failure));
            }
        });
    }

    @Override
    public void close() {
        network.close();
    }
}
