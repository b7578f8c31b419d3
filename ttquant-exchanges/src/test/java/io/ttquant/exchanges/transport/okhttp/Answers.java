package io.ttquant.exchanges.transport.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocketListener;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Collects what listeners hear, and that they hear it on the engine's thread. */
final class Answers implements HttpListener, WebSocketListener {
    private final EngineLoop engine;
    private final LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    Answers(EngineLoop engine) {
        this.engine = engine;
    }

    <T> T next(Class<T> type) throws InterruptedException {
        Object next = heard.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("what the listener heard").isInstanceOf(type);
        return type.cast(next);
    }

    boolean isEmpty() {
        return heard.isEmpty();
    }

    @Override
    public void response(HttpResponse response) {
        add(response);
    }

    @Override
    public void failed(NetworkFailure failure) {
        add(failure);
    }

    @Override
    public void opened() {
        add("opened");
    }

    @Override
    public void message(byte[] payload) {
        add(new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void closed(int code, String reason) {
        add("closed " + code + " " + reason);
    }

    private void add(Object event) {
        heard.add(engine.isCurrent() ? event : "not on the engine's thread: " + event);
    }
}
