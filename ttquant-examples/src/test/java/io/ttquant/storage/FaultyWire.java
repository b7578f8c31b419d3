package io.ttquant.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire to a server on this machine that breaks where a test says: after so many bytes in one direction, from when it is told. What is behind the break
 * is not passed on. A break happens once; later connections pass until the next one is armed.
 */
public final class FaultyWire implements AutoCloseable {
    /** Which way bytes go. */
    public enum Way {
        TO_SERVER,
        TO_CLIENT
    }

    /** How it breaks. */
    public enum Break {
        /** Both ends get a reset. */
        RESET,
        /** The reader of this direction sees the end of the stream; the other direction goes on. */
        HALF_CLOSE,
        /** Nothing more is passed on in this direction, and nobody is told, until {@link FaultyWire#cutAll()}. */
        SILENCE
    }

    private record Plan(Way way, long atByte, Break how) {}

    private static final Plan NONE = new Plan(Way.TO_SERVER, Long.MAX_VALUE, Break.RESET);
    private static final int CHUNK = 8192;

    private final ServerSocket listening;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final long[] passed = new long[Way.values().length];
    private Plan plan = NONE;
    private Break breaking = Break.RESET;
    private boolean isPaused;
    private boolean isRefusing;
    private Duration delay = Duration.ZERO;
    private long breaks;

    private FaultyWire(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static FaultyWire to(int serverPort) {
        try {
            FaultyWire wire = new FaultyWire(serverPort);
            daemon(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Bytes passed on in a direction so far. */
    public synchronized long passed(Way way) {
        return passed[way.ordinal()];
    }

    /** How often it broke. */
    public synchronized long breaks() {
        return breaks;
    }

    /** Breaks when so many more bytes have passed in a direction; 0: before the next one. */
    public synchronized void breakAfter(Way way, long bytes, Break how) {
        plan = new Plan(way, passed(way) + bytes, how);
    }

    /** Forgets a break that has not happened. */
    public synchronized void heal() {
        plan = NONE;
    }

    /** Passes nothing on until {@link #resume}. */
    public synchronized void pause() {
        isPaused = true;
    }

    public synchronized void resume() {
        isPaused = false;
        notifyAll();
    }

    /** Holds each piece so long before it is passed on. */
    public synchronized void delay(Duration each) {
        delay = each;
    }

    /** Whether new connections are reset at once; those that stand are reset now. */
    public void refuse(boolean now) {
        synchronized (this) {
            isRefusing = now;
        }
        if (now) {
            cutAll();
        }
    }

    /** Resets all connections. */
    public void cutAll() {
        open.forEach(FaultyWire::reset);
        open.clear();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
        resume();
    }

    private synchronized boolean isRefusing() {
        return isRefusing;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (isRefusing()) {
                    reset(client);
                    continue;
                }
                connect(client);
            } catch (IOException e) {
                // Closed, or the server is gone; whoever connects next finds out.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            daemon(() -> pass(client, server, Way.TO_SERVER));
            daemon(() -> pass(server, client, Way.TO_CLIENT));
        } catch (IOException e) {
            reset(client);
        }
    }

    private void pass(Socket from, Socket to, Way way) {
        byte[] bytes = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                awaitTurn();
                int whole = count(way, n);
                out.write(bytes, 0, whole);
                if (whole < n) {
                    breakNow(from, to);
                    return;
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        }
    }

    /** How many of the next bytes pass before the break. Connections are several, so what passes is counted in the same step. */
    private synchronized int count(Way way, int next) {
        boolean isHere = plan.way == way && passed(way) + next > plan.atByte;
        int whole = isHere ? (int) Math.max(0, plan.atByte - passed(way)) : next;
        passed[way.ordinal()] += whole;
        if (isHere) {
            breaking = plan.how;
            plan = NONE;
            breaks++;
        }
        return whole;
    }

    private void breakNow(Socket from, Socket to) throws IOException {
        switch (breaking()) {
            case RESET -> {
                reset(from);
                reset(to);
            }
            case HALF_CLOSE -> to.shutdownOutput();
            case SILENCE -> from.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private synchronized Break breaking() {
        return breaking;
    }

    private synchronized void awaitTurn() throws IOException {
        try {
            long until = System.nanoTime() + delay.toNanos();
            for (long left = delay.toNanos(); left > 0; left = until - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
            while (isPaused) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Closed by the other side already.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-wire");
        thread.setDaemon(true);
        thread.start();
    }
}
