package io.ttquant.exchanges.transport;

/**
 * The port to the network. It moves bytes, bounds them, and tells what became of them; it never sends anything twice. All methods are to be
 * called on the engine's thread, and all listeners are called there, never before the method that they were given to has returned.
 */
public interface Network extends AutoCloseable {
    /**
     * Sends a request once. Exactly one method of the listener is called, once, unless the call is cancelled or the network closed.
     *
     * @throws IllegalArgumentException if the address would leave this machine without TLS, or could not be sent as it is written
     */
    HttpCall send(HttpRequest request, HttpListener listener);

    /**
     * Opens a WebSocket.
     *
     * @throws IllegalArgumentException if the address would leave this machine without TLS
     */
    WebSocket open(WebSocketRequest request, WebSocketListener listener);

    /** Breaks off everything that is under way, without telling listeners, and frees all threads and sockets. Idempotent. */
    @Override
    void close();
}
