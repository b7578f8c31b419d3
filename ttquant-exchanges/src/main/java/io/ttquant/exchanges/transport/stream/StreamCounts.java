package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.SessionFigures;

/** What happened to all streams of a venue's session so far. To be used on the engine's thread. */
public final class StreamCounts {
    private int open;
    private long connects;
    private long reconnects;
    private long messages;
    private long unreadable;
    private long stale;
    private long lost;
    private long refused;
    private long tradeGaps;

    StreamCounts() {}

    void up() {
        open++;
        connects++;
    }

    void down() {
        open--;
    }

    void triedAgain() {
        reconnects++;
    }

    void message() {
        messages++;
    }

    void unreadable() {
        unreadable++;
    }

    void stale() {
        stale++;
    }

    void lost() {
        lost++;
    }

    void refused() {
        refused++;
    }

    /** Trades were missing on a connection that is up. */
    public void tradeGap() {
        tradeGaps++;
    }

    /** As they are now. */
    public SessionFigures.Streams figures() {
        return new SessionFigures.Streams(
                open, connects, reconnects, messages, unreadable, stale, lost, refused, tradeGaps);
    }
}
