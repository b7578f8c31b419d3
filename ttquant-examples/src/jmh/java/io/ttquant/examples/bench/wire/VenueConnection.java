package io.ttquant.examples.bench.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** One connection to the venue, by HTTP/1.1 or, after an upgrade, as a WebSocket; no more of both than the measured clients need. */
final class VenueConnection {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 8;
    private static final int SHORT = 126;

    private final InputStream in;
    private final OutputStream out;

    /** A request, or a message of a WebSocket, which has no target. */
    record Incoming(String method, String target, String head, String body) {
        boolean isUpgrade() {
            return head.toLowerCase(Locale.ROOT).contains("upgrade: websocket");
        }

        /** A parameter of the query or the body of a form; empty if it is not there. */
        String parameter(String name) {
            String all = "&" + target.substring(target.indexOf('?') + 1) + "&" + body;
            int at = all.indexOf("&" + name + "=");
            if (at < 0) {
                return "";
            }
            int start = at + name.length() + 2;
            int end = all.indexOf('&', start);
            return end < 0 ? all.substring(start) : all.substring(start, end);
        }

        private String header(String name) {
            int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
            if (at < 0) {
                return "";
            }
            int start = at + name.length() + 3;
            return head.substring(start, head.indexOf("\r\n", start)).strip();
        }
    }

    VenueConnection(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /** Waits for the next request, to its last byte. */
    Incoming request() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
            head.append((char) octet());
        }
        String text = head.toString();
        int space = text.indexOf(' ');
        String target = text.substring(space + 1, text.indexOf(' ', space + 1));
        Incoming bare = new Incoming(text.substring(0, space), target, text, "");
        String length = bare.header("content-length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Incoming(bare.method, target, text, new String(body, StandardCharsets.UTF_8));
    }

    private int octet() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    void answer(String body) throws IOException {
        write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII));
    }

    void upgrade(Incoming request) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((request.header("sec-websocket-key") + MAGIC).getBytes(StandardCharsets.US_ASCII));
            write(
                    ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next text; empty for other frames but the closing one, which ends it as the end of the socket does. */
    String message() throws IOException {
        int first = octet();
        int length = octet() & 0x7f;
        if (length == SHORT) {
            length = (octet() << 8) | octet();
        } else if (length > SHORT) {
            throw new UncheckedIOException(new IOException("a frame of more than 65535 bytes"));
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i & 3];
        }
        if ((first & 0xf) == CLOSE) {
            throw new EOFException();
        }
        return (first & 0xf) == 1 ? new String(payload, StandardCharsets.UTF_8) : "";
    }

    void send(String text) throws IOException {
        write(frame(text));
    }

    static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        boolean isShort = payload.length < SHORT;
        byte[] frame = new byte[payload.length + (isShort ? 2 : 4)];
        frame[0] = (byte) TEXT;
        frame[1] = (byte) (isShort ? payload.length : SHORT);
        if (!isShort) {
            frame[2] = (byte) (payload.length >> 8);
            frame[3] = (byte) payload.length;
        }
        System.arraycopy(payload, 0, frame, frame.length - payload.length, payload.length);
        return frame;
    }

    synchronized void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }
}
