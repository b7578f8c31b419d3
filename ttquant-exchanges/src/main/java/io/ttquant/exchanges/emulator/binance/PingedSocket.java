package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.server.Peer;
import io.ttquant.exchanges.emulator.server.SocketFront;
import io.ttquant.exchanges.emulator.server.Turns;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A WebSocket that the venue pings: every 20 seconds on Spot, every three minutes on futures. */
final class PingedSocket implements SocketFront {
    private final SocketFront inner;
    private final Turns turns;
    private final Duration period;
    private @Nullable Peer peer;

    PingedSocket(SocketFront inner, Turns turns, boolean isSpot) {
        this.inner = inner;
        this.turns = turns;
        period = isSpot ? Duration.ofSeconds(20) : Duration.ofMinutes(3);
    }

    @Override
    public void opened(Peer other) {
        peer = other;
        inner.opened(other);
        turns.after(period, this::ping);
    }

    private void ping() {
        if (peer != null) {
            peer.ping();
            turns.after(period, this::ping);
        }
    }

    @Override
    public void text(String text) {
        inner.text(text);
    }

    @Override
    public void closed() {
        peer = null;
        inner.closed();
    }
}
