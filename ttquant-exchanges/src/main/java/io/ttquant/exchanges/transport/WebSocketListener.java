package io.ttquant.exchanges.transport;

/**
 * Hears of a WebSocket, on the engine's thread: first {@link #opened()} or {@link #failed}, then messages in their order, last {@link #closed}
 * or {@link #failed}, and nothing after that.
 */
public interface WebSocketListener {
    /** The socket is open: texts can be sent. */
    void opened();

    /**
     * A whole message came.
     *
     * @param payload the text in UTF-8, or binary bytes; the receiver may keep it
     */
    void message(byte[] payload);

    /** The socket was closed in order, by either side. */
    void closed(int code, String reason);

    /** The socket did not open, or broke. */
    void failed(NetworkFailure failure);
}
