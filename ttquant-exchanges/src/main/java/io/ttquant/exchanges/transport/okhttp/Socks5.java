package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.ProxySettings;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The client's side of SOCKS5 (RFC 1928), with user and password by RFC 1929. */
final class Socks5 {
    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int USER_AND_PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private Socks5() {}

    static void connect(DataInputStream in, OutputStream out, ProxySettings proxy, InetSocketAddress target)
            throws IOException {
        try {
            greet(in, out, proxy);
            out.write(request(target));
            out.flush();
            answer(in);
        } catch (EOFException e) {
            throw new ProxyException("the proxy hung up during its handshake");
        }
    }

    private static void greet(DataInputStream in, OutputStream out, ProxySettings proxy) throws IOException {
        String user = proxy.user();
        String password = proxy.password();
        boolean hasLogin = user != null && password != null;
        out.write(hasLogin ? new byte[] {VERSION, 2, NO_LOGIN, USER_AND_PASSWORD} : new byte[] {VERSION, 1, NO_LOGIN});
        out.flush();
        require(in.readUnsignedByte() == VERSION, "the proxy does not speak SOCKS5");
        int method = in.readUnsignedByte();
        if (method == USER_AND_PASSWORD && user != null && password != null) {
            login(in, out, user, password);
        } else {
            require(
                    method == NO_LOGIN,
                    "the proxy wants user and password, or a login that is not supported: give them");
        }
    }

    private static void login(DataInputStream in, OutputStream out, String user, String password) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(1);
        text(message, user);
        text(message, password);
        out.write(message.toByteArray());
        out.flush();
        in.readUnsignedByte();
        require(in.readUnsignedByte() == 0, "the proxy refused user and password: check them");
    }

    private static byte[] request(InetSocketAddress target) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(new byte[] {VERSION, CONNECT, 0});
        InetAddress address = target.getAddress();
        if (address == null || NamesForProxy.isPlaceholder(address)) {
            message.write(NAME);
            text(message, target.getHostString());
        } else {
            byte[] bytes = address.getAddress();
            message.write(bytes.length == 4 ? IPV4 : IPV6);
            message.write(bytes);
        }
        message.write(target.getPort() >>> 8);
        message.write(target.getPort());
        return message.toByteArray();
    }

    private static void answer(DataInputStream in) throws IOException {
        require(in.readUnsignedByte() == VERSION, "the proxy does not speak SOCKS5");
        int reply = in.readUnsignedByte();
        require(reply == 0, "the proxy did not connect, its reply is " + reply + " of RFC 1928");
        in.readUnsignedByte();
        int kind = in.readUnsignedByte();
        int length = switch (kind) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> in.readUnsignedByte();
            default -> throw new ProxyException("the proxy answered with the unknown kind of address " + kind);
        };
        in.readFully(new byte[length + 2]);
    }

    private static void text(ByteArrayOutputStream message, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        require(bytes.length <= 255, "a name for the proxy has " + bytes.length + " bytes, but may have 255");
        message.write(bytes.length);
        message.write(bytes, 0, bytes.length);
    }

    private static void require(boolean holds, String otherwise) throws ProxyException {
        if (!holds) {
            throw new ProxyException(otherwise);
        }
    }
}
