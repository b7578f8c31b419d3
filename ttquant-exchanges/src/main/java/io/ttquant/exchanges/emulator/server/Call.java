package io.ttquant.exchanges.emulator.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as it came, or the handshake of a WebSocket. Its text form shows neither query nor headers, which hold keys and signatures. */
public final class Call {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;
    private final String peer;

    /**
     * A request.
     *
     * @param method in capitals
     * @param path as sent, from the first slash to the question mark
     * @param query as sent, behind the question mark; empty for none
     * @param headers by name, in any case; of several with one name the last
     * @param body not copied; empty for none
     * @param peer address of who asks, without port: limits by address count by it
     */
    public Call(String method, String path, String query, Map<String, String> headers, byte[] body, String peer) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = new TreeMap<>();
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.body = body;
        this.peer = peer;
    }

    /** GET, POST and so on. */
    public String method() {
        return method;
    }

    /** From the first slash to the question mark. */
    public String path() {
        return path;
    }

    /** Behind the question mark, not decoded; empty for none. */
    public String query() {
        return query;
    }

    /** Path and query as they stood in the request line. */
    public String target() {
        return query.isEmpty() ? path : path + '?' + query;
    }

    /** A header, by its name in any case; null if there is none. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The body as UTF-8; empty for none. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Address of who asks, without port. */
    public String peer() {
        return peer;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
