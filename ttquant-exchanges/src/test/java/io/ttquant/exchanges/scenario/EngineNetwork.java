package io.ttquant.exchanges.scenario;

import io.ttquant.exchanges.transport.HttpCall;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketListener;
import io.ttquant.exchanges.transport.WebSocketRequest;

/** A network whose news come as tasks of an engine's thread. */
record EngineNetwork(Network network, EngineTurns turns) implements Network {
    @Override
    public HttpCall send(HttpRequest request, HttpListener listener) {
        return network.send(request, new HttpListener() {
            @Override
            public void response(HttpResponse response) {
                turns.run(() -> listener.response(response));
            }

            @Override
            public void failed(NetworkFailure failure) {
                turns.run(() -> listener.failed(failure));
            }
        });
    }

    @Override
    public WebSocket open(WebSocketRequest request, WebSocketListener listener) {
        return network.open(request, new WebSocketListener() {
            @Override
            public void opened() {
                turns.run(listener::opened);
            }

            @Override
            public void message(byte[] payload) {
                turns.run(() -> listener.message(payload));
            }

            @Override
            public void closed(int code, String reason) {
                turns.run(() -> listener.closed(code, reason));
            }

            @Override
            public void failed(NetworkFailure failure) {
                turns.run(() -> listener.failed(failure));
            }
        });
    }

    @Override
    public void close() {
        network.close();
    }
}
