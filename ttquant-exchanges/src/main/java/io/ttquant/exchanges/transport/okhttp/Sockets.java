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
    private final MessageMeter meter;

    private Sockets(@Nullable ProxySettings proxy, MessageMeter meter) {
        this.proxy = proxy;
        this.meter = meter;
    }

    /** Sockets for a proxy that this library speaks to itself, and else straight ones. */
    static SocketFactory of(ProxySettings proxy, MessageMeter meter) {
        return new Sockets(proxy.kind() == ProxySettings.Kind.SOCKS5 ? proxy : null, meter);
    }

    /** The way that OkHttp uses. */
    @Override
    public Socket createSocket() throws IOException {
        Socket socket = proxy == null ? new MeteredSocket(meter) : new Socks5Socket(proxy, meter);
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
