package io.ttquant.examples.parity;

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

/** Hands what a network says over to the engine's thread, as the real one does, so that the engine's clock is set before it. */
record HandedOverNetwork(Network network, EngineThread thread) implements Network {
    @Override
    public HttpCall send(HttpRequest request, HttpListener listener) {
        return network.send(request, new HttpListener() {
            @Override
            public void response(HttpResponse response) {
                thread.execute(() -> listener.response(response));
            }

            @Override
            public void failed(NetworkFailure failure) {
                thread.execute(() -> listener.failed(failure));
            }
        });
    }

    @Override
    public WebSocket open(WebSocketRequest request, WebSocketListener listener) {
        return network.open(request, new WebSocketListener() {
            @Override
            public void opened() {
                thread.execute(listener::opened);
            }

            @Override
            public void message(byte[] payload) {
                thread.execute(() -> listener.message(payload));
            }

            @Override
            public void closed(int code, String reason) {
                thread.execute(() -> listener.closed(code, reason));
            }

            @Override
            public void failed(NetworkFailure failure) {
                thread.execute(() -> listener.failed(failure));
            }
        });
    }

    @Override
    public void close() {
        network.close();
    }
}
