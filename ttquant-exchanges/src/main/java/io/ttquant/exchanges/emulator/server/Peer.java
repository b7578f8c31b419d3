package io.ttquant.exchanges.emulator.server;

/** The other end of a WebSocket. To be used on the exchange's thread; never blocks. */
public interface Peer {
    /** Sends a text behind those before; dropped if the socket is closed. */
    void send(String text);

    /** Sends a ping frame, to which the other side must answer. */
    void ping();

    /**
     * Closes the socket in order.
     *
     * @param code 1000 to 4999
     */
    void close(int code, String reason);
}
