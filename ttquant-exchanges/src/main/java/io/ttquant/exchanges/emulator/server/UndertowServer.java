package io.ttquant.exchanges.emulator.server;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.Options;

/** The server of Undertow behind a {@link LoopbackServer}, apart from it so that the latter can say what is missing where Undertow is not there. */
final class UndertowServer {
    private static final long MOST_BODY = 4 << 20;

    /** Greetings at the start, which nobody asked for. Kept, since a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss.threads"));

    private final Undertow undertow;

    private UndertowServer(Undertow undertow) {
        this.undertow = undertow;
    }

    static UndertowServer start(String host, int port, Front front, Turns turns, OpenSockets sockets) {
        hush();
        Undertow undertow = Undertow.builder()
                .addHttpListener(port, host, new FrontHandler(front, turns, sockets))
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
                    "port " + port + " of " + host + " cannot be opened; take another, or 0", failed);
        }
        return new UndertowServer(undertow);
    }

    /** A level that somebody has set stays. */
    private static void hush() {
        for (Logger logger : QUIET) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.WARNING);
            }
        }
    }

    int port() {
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        return address.getPort();
    }

    void stop() {
        undertow.stop();
    }
}
