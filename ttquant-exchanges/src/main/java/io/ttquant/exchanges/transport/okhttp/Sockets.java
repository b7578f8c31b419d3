package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.ProxySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Sockets that send at once (TCP_NODELAY), straight or through a SOCKS5 proxy. */
final class Sockets extends SocketFactory {
    private final @Nullable ProxySettings proxy;

    private Sockets(@Nullable ProxySettings proxy) {
        this.proxy = proxy;
    }

    static SocketFactory direct() {
        return new Sockets(null);
    }

    static SocketFactory through(ProxySettings proxy) {
        return new Sockets(proxy);
    }

    /** The way that OkHttp uses. */
    @Override
    public Socket createSocket() throws IOException {
        Socket socket = proxy == null ? new Socket() : new Socks5Socket(proxy);
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress address, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        if (local != null) {
            socket.bind(local);
        }
        socket.connect(address);
        return socket;
    }
}
