package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.server.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Addresses of sockets with streams: {@code /ws}, {@code /ws/a}, {@code /stream?streams=a/b}. */
final class StreamPaths {
    private StreamPaths() {}

    /** The socket that an address asks for; null if it is no address of one. */
    static @Nullable StreamSocket socket(Hub hub, StreamRoute route, String path, Call handshake) {
        if (path.equals("/ws") || path.startsWith("/ws/")) {
            return new StreamSocket(hub, route, false, names(path.substring("/ws".length())));
        }
        if (path.equals("/stream") || path.equals("/stream/")) {
            return new StreamSocket(hub, route, true, names(parameter(handshake.query(), "streams")));
        }
        return null;
    }

    /** A parameter of a query, empty if it is not there. */
    static String parameter(String query, String name) {
        StringTokenizer pairs = new StringTokenizer(query, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static List<String> names(String joined) {
        List<String> names = new ArrayList<>();
        StringTokenizer parts = new StringTokenizer(URLDecoder.decode(joined, StandardCharsets.UTF_8), "/");
        while (parts.hasMoreTokens()) {
            names.add(parts.nextToken());
        }
        return names;
    }
}
