package io.ttquant.core.metrics.prometheus;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the endpoint listens.
 *
 * @param host a name or an address of this computer
 * @param port from 0 to 65535; 0 for one that is free
 * @param isExposed whether others than this computer may read it
 */
record EndpointSettings(String host, int port, boolean isExposed) {
    private static final Set<String> KEYS = Set.of("host", "port", "expose");
    /** As other exporters of this format have. */
    private static final int DEFAULT_PORT = 9464;

    private static final int MOST_PORT = 65_535;

    static EndpointSettings parse(Map<String, String> settings) {
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "the Prometheus endpoint knows no setting " + unknown + "; it has " + new TreeSet<>(KEYS));
        }
        String expose = settings.getOrDefault("expose", "false");
        if (!expose.equals("true") && !expose.equals("false")) {
            throw new IllegalArgumentException("expose '" + expose + "' must be true or false");
        }
        return new EndpointSettings(
                settings.getOrDefault("host", "127.0.0.1"), port(settings.get("port")), expose.equals("true"));
    }

    private static int port(@Nullable String text) {
        if (text == null) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MOST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below with the other mistakes.
        }
        throw new IllegalArgumentException("port '" + text + "' must be from 0, for one that is free, to " + MOST_PORT);
    }

    /** @throws IllegalArgumentException if there is no such host, or others could read it and nobody said that they may */
    InetSocketAddress address() {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "host '" + host + "' of the Prometheus endpoint is not known; write 127.0.0.1", e);
        }
        if (!address.isLoopbackAddress() && !isExposed) {
            throw new IllegalArgumentException("host '" + host
                    + "' of the Prometheus endpoint can be reached by others, who would see positions and profit; "
                    + "write expose = true if they may, or host = \"127.0.0.1\"");
        }
        return new InetSocketAddress(address, port);
    }
}
