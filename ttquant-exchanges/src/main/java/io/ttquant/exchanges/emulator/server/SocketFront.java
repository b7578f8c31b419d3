package io.ttquant.exchanges.emulator.server;

/** What a front does with one WebSocket. All methods are called on the exchange's thread. */
public interface SocketFront {
    /** It is open: texts can be sent to the peer. */
    void opened(Peer peer);

    /** A text came. */
    void text(String text);

    /** It was closed by the other side, or broke; the peer takes nothing any more. */
    void closed();
}
