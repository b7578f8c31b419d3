package io.ttquant.exchanges.emulator.server;

/**
 * A server on real sockets of this machine, of HTTP/1.1 and WebSockets, in the clear. Its I/O threads move bytes only; the front is asked on the thread
 * of the exchange. It needs Undertow, which is not among what comes with this library, since few programs run a local exchange.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String UNDERTOW = "io.undertow.Undertow";

    private final UndertowServer server;
    private final OpenSockets sockets;

    private LoopbackServer(UndertowServer server, OpenSockets sockets) {
        this.server = server;
        this.sockets = sockets;
    }

    /** Starts one on a port that is free. */
    public static LoopbackServer start(Front front, Turns turns) {
        return start(0, front, turns);
    }

    /**
     * Starts one. Other machines cannot reach it.
     *
     * @param port 1 to 65535; 0 takes one that is free
     * @param turns thread of the exchange
     * @throws IllegalStateException if the port is in use, or Undertow is missing
     */
    public static LoopbackServer start(int port, Front front, Turns turns) {
        requireUndertow();
        OpenSockets sockets = new OpenSockets();
        return new LoopbackServer(UndertowServer.start(HOST, port, front, turns, sockets), sockets);
    }

    private static void requireUndertow() {
        try {
            Class.forName(UNDERTOW, false, LoopbackServer.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the local exchange on real sockets needs Undertow, which is not there: add the dependency io.undertow:undertow-core"
                            + " (2.4 or later; on the module path with --add-modules undertow.core,xnio.api too), or run the exchange on a"
                            + " simulated network, which needs nothing",
                    e);
        }
    }

    /** The port that it listens to. */
    public int port() {
        return server.port();
    }

    /** Its address for requests, such as {@code http://127.0.0.1:8080}. */
    public String http() {
        return "http://" + HOST + ":" + port();
    }

    /** Its address for WebSockets, such as {@code ws://127.0.0.1:8080}. */
    public String ws() {
        return "ws://" + HOST + ":" + port();
    }

    /** WebSockets that are open now. */
    public int openSockets() {
        return sockets.count();
    }

    /** WebSockets that were opened in all. A client knows of its own before the exchange does. */
    long socketsOpened() {
        return sockets.opened();
    }

    /** Closes all WebSockets, then the port and all threads. Idempotent. */
    @Override
    public void close() {
        sockets.closeAll();
        server.stop();
    }
}
