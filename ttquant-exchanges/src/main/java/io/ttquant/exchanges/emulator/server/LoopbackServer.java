package io.ttquant.exchanges.emulator.server;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import org.xnio.Options;

/**
 * A server on real sockets of this machine, of HTTP/1.1 and WebSockets, in the clear. Its I/O threads move bytes only; the front is asked on the thread
 * of the exchange.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long MOST_BODY = 4 << 20;

    private final Undertow undertow;
    private final OpenSockets sockets;

    private LoopbackServer(Undertow undertow, OpenSockets sockets) {
        this.undertow = undertow;
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
     * @throws IllegalStateException if the port is in use
     */
    public static LoopbackServer start(int port, Front front, Turns turns) {
        OpenSockets sockets = new OpenSockets();
        Undertow undertow = Undertow.builder()
                .addHttpListener(port, HOST, new FrontHandler(front, turns, sockets))
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setSocketOption(Options.TCP_NODELAY, true)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MOST_BODY)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException failed) {
            undertow.stop();
            throw new IllegalStateException(
                    "port " + port + " of " + HOST + " cannot be opened; take another, or 0", failed);
        }
        return new LoopbackServer(undertow, sockets);
    }

    /** The port that it listens to. */
    public int port() {
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        return address.getPort();
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

    /** Closes all WebSockets, then the port and all threads. Idempotent. */
    @Override
    public void close() {
        sockets.closeAll();
        undertow.stop();
    }
}
