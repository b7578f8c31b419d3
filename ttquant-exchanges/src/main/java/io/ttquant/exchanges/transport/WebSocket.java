package io.ttquant.exchanges.transport;

/** An open, or opening, WebSocket. To be used on the engine's thread. Pings of the server are answered by the network. */
public interface WebSocket {
    /**
     * Sends a text.
     *
     * @return whether it was taken; false if the socket is not open, or if so much waits to be sent that the peer seems to be gone. A text
     *     that was not taken has certainly not left; one that was taken may be lost.
     */
    boolean send(String text);

    /** Bytes that were taken and have not been handed to the operating system. */
    long queuedBytes();

    /**
     * Asks for an orderly close; {@link WebSocketListener#closed} follows, or {@link WebSocketListener#failed}.
     *
     * @param code 1000 for a normal one
     */
    void close(int code, String reason);

    /** Breaks the connection off, without any call of the listener afterwards. Idempotent. */
    void cancel();
}
