package io.ttquant.exchanges.request;

import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The addresses of a venue in one environment. Immutable; nothing can be put in later. */
public final class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Map<HostKind, String> addresses;

    private Hosts(Map<HostKind, String> addresses) {
        this.addresses = new EnumMap<>(addresses);
    }

    /** Addresses that the code knows. */
    public static Hosts of(Map<HostKind, String> addresses) {
        return new Hosts(addresses);
    }

    /**
     * Addresses of this machine, from settings.
     *
     * @throws IllegalArgumentException if one has another host, or a user in it
     */
    public static Hosts loopback(Map<HostKind, String> addresses) {
        for (String address : addresses.values()) {
            requireLoopback(address);
        }
        return new Hosts(addresses);
    }

    private static void requireLoopback(String address) {
        String host;
        try {
            URI uri = URI.create(address);
            host = uri.getHost() == null || uri.getUserInfo() != null ? "" : uri.getHost();
        } catch (IllegalArgumentException e) {
            host = "";
        }
        if (!LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "'" + address
                            + "' is not an address of this machine; an emulator is reached at http://127.0.0.1:port or ws://127.0.0.1:port");
        }
    }

    /**
     * The address of a kind, without a slash at its end.
     *
     * @throws IllegalStateException if this environment has none
     */
    public String address(HostKind kind) {
        String address = addresses.get(kind);
        if (address == null) {
            throw new IllegalStateException(
                    "there is no " + kind + " in this environment; what is asked there exists in production only");
        }
        return address;
    }

    /** Whether there is an address of a kind. */
    public boolean has(HostKind kind) {
        return addresses.containsKey(kind);
    }

    @Override
    public String toString() {
        return addresses.toString();
    }
}
