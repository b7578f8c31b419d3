package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.EngineThread;

/**
 * A listener whose mistakes do not stop the session half way: channels that were about to be subscribed, or told as lost, would be forgotten. What it
 * throws is thrown again as a task of its own, where the engine's thread deals with it as with any other.
 */
final class IsolatedListener implements StreamListener {
    private final StreamListener listener;
    private final EngineThread engine;

    IsolatedListener(StreamListener listener, EngineThread engine) {
        this.listener = listener;
        this.engine = engine;
    }

    @Override
    public void connected(int connection) {
        tell(() -> listener.connected(connection));
    }

    @Override
    public void live(Subscription channel) {
        tell(() -> listener.live(channel));
    }

    @Override
    public void stale(Subscription channel) {
        tell(() -> listener.stale(channel));
    }

    @Override
    public void lost(Subscription channel) {
        tell(() -> listener.lost(channel));
    }

    @Override
    public void refused(Subscription channel, String reason) {
        tell(() -> listener.refused(channel, reason));
    }

    @Override
    public void disconnected(int connection, String reason) {
        tell(() -> listener.disconnected(connection, reason));
    }

    @Override
    public void halted(String reason) {
        tell(() -> listener.halted(reason));
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            engine.execute(() -> {
                throw e;
            });
        }
    }
}
