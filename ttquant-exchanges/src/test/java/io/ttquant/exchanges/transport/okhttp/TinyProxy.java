package io.ttquant.exchanges.transport.okhttp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real proxy: CONNECT tunnels and SOCKS5, with a login if one is set. Every name leads to loopback. */
final class TinyProxy implements AutoCloseable {
    private final ServerSocket server;
    private final boolean isSocks;
    private final String user;
    private final String password;
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param user empty for no login */
    TinyProxy(boolean isSocks, String user, String password) throws IOException {
        this.isSocks = isSocks;
        this.user = user;
        this.password = password;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        spawn(this::accept);
    }

    String address() {
        return (isSocks ? "socks5" : "http") + "://127.0.0.1:" + server.getLocalPort();
    }

    /** Host and port, as the client named them, of each connection that was let through. */
    List<String> targets() {
        return targets;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                spawn(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String target = isSocks ? socks(client) : connect(client);
            if (target != null) {
                targets.add(target);
                tunnel(client, Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
            }
        } catch (IOException e) {
            // The other side went away.
        }
    }

    private String connect(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = client.getInputStream().read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        String login = "Proxy-Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (!user.isEmpty() && head.indexOf(login) < 0) {
            write(
                    client,
                    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                            + "Content-Length: 0\r\n\r\n");
            return null;
        }
        if (!head.toString().startsWith("CONNECT ")) {
            write(client, "HTTP/1.1 405 Only Tunnels\r\nContent-Length: 0\r\n\r\n");
            return null;
        }
        write(client, "HTTP/1.1 200 Connected\r\n\r\n");
        return head.substring(8, head.indexOf(" ", 8));
    }

    private String socks(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readUnsignedByte();
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        int wanted = user.isEmpty() ? 0 : 2;
        boolean isOffered = new String(methods, StandardCharsets.ISO_8859_1).indexOf(wanted) >= 0;
        out.write(new byte[] {5, (byte) (isOffered ? wanted : 0xFF)});
        if (!isOffered || (wanted == 2 && !login(in, out))) {
            return null;
        }
        in.readFully(new byte[3]);
        String host = in.readUnsignedByte() == 3
                ? new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8)
                : InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
        int port = in.readUnsignedShort();
        out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return host + ":" + port;
    }

    private boolean login(DataInputStream in, OutputStream out) throws IOException {
        in.readUnsignedByte();
        String name = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        String word = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        boolean isRight = name.equals(user) && word.equals(password);
        out.write(new byte[] {1, (byte) (isRight ? 0 : 1)});
        return isRight;
    }

    private void tunnel(Socket client, int port) throws IOException {
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(target);
            spawn(() -> copy(target, client));
            copy(client, target);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, n);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // The other side went away.
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void spawn(Runnable work) {
        Thread thread = new Thread(work, "tiny-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
