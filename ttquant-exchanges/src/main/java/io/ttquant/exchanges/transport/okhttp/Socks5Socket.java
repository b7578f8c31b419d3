package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.ProxySettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A socket that connects through a SOCKS5 proxy. The JDK's own takes user and password from settings of the whole process, which a library
 * must not touch.
 */
final class Socks5Socket extends Socket {
    private final ProxySettings proxy;
    private final MessageMeter meter;

    Socks5Socket(ProxySettings proxy, MessageMeter meter) {
        this.proxy = proxy;
        this.meter = meter;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new MeteredInput(super.getInputStream(), meter);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeoutMillis);
        int before = getSoTimeout();
        setSoTimeout(timeoutMillis);
        OutputStream out = getOutputStream();
        // Byte by byte on purpose: what follows the answer belongs to the connection.
        Socks5.connect(new DataInputStream(getInputStream()), out, proxy, (InetSocketAddress) endpoint);
        setSoTimeout(before);
    }
}
