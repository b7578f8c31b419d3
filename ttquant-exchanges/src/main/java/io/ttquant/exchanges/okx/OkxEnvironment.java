package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.request.EnvironmentSettings;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.Hosts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where OKX is reached. The REST host of demo trading is that of production; the header {@code x-simulated-trading}, which every request of the demo
 * environment carries, makes the difference, and a key of one is refused by the other. WebSockets have hosts of their own.
 */
public final class OkxEnvironment {
    private static final String SOCKET_PATH = ":8443/ws/v5/";

    /** Where REST is in each region; the first unless another is set. The venue moves now and then, and the old name goes on beside the new one. */
    private static final Map<String, List<String>> REST_HOSTS = Map.of(
            "global", List.of("www.okx.com", "openapi.okx.com"),
            "eea", List.of("eea.okx.com"),
            "us", List.of("us.okx.com"));

    private enum Kind {
        LIVE,
        DEMO,
        LOCAL
    }

    private final Kind kind;
    private final Hosts hosts;

    private OkxEnvironment(Kind kind, Hosts hosts) {
        this.kind = kind;
        this.hosts = hosts;
    }

    /**
     * Production.
     *
     * @param region {@code global}, {@code eea} or {@code us}: where the account was opened
     * @throws IllegalArgumentException if there is no such region
     */
    public static OkxEnvironment live(String region) {
        return of(Kind.LIVE, region, "");
    }

    /** Demo trading, with no way to production. */
    public static OkxEnvironment demo(String region) {
        return of(Kind.DEMO, region, "");
    }

    /**
     * An emulator on this machine.
     *
     * @param rest its REST address, such as {@code http://127.0.0.1:8080}
     * @param address its WebSocket address without a path, such as {@code ws://127.0.0.1:8080}, or up to the last part of the path
     * @throws IllegalArgumentException if an address is not one of this machine
     */
    public static OkxEnvironment local(String rest, String address) {
        String socket = withPath(address);
        return new OkxEnvironment(
                Kind.LOCAL,
                Hosts.loopback(Map.of(
                        HostKind.REST, rest,
                        HostKind.PUBLIC_STREAM, socket + "/public",
                        HostKind.MARKET_STREAM, socket + "/business",
                        HostKind.PRIVATE_STREAM, socket + "/private",
                        HostKind.COMMANDS, socket + "/private")));
    }

    private static String withPath(String address) {
        String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return bare.indexOf('/', bare.indexOf("://") + 3) < 0 ? bare + "/ws/v5" : bare;
    }

    /**
     * By settings: {@code environment} is live, demo or local, {@code region} is global unless set, {@code rest_host} is one of the region's hosts of REST,
     * the usual one unless set.
     *
     * @throws IllegalArgumentException if a setting is wrong or has no say in that environment
     */
    public static OkxEnvironment of(Map<String, String> settings) {
        EnvironmentSettings s = EnvironmentSettings.of(settings, "demo");
        String host = settings.getOrDefault("rest_host", "").strip();
        if (s.isLocal()) {
            if (!host.isEmpty()) {
                throw new IllegalArgumentException(
                        "rest_host is for environment live and demo only, not for local; leave it out");
            }
            return local(s.rest(), s.socket());
        }
        return of(s.isLive() ? Kind.LIVE : Kind.DEMO, settings.getOrDefault("region", "global"), host);
    }

    private static String rest(String region, String host) {
        List<String> known = REST_HOSTS.getOrDefault(region, List.of());
        String name = host.isEmpty() ? known.get(0) : host.toLowerCase(Locale.ROOT);
        if (!known.contains(name)) {
            throw new IllegalArgumentException("rest_host '" + host + "' is no REST host of OKX in region " + region
                    + ", which has " + String.join(" and ", known) + "; take one of them, or leave it out");
        }
        return "https://" + name;
    }

    private static OkxEnvironment of(Kind kind, String region, String host) {
        String name = region.toLowerCase(Locale.ROOT);
        int i = List.of("global", "eea", "us").indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException(
                    "'" + region + "' is no region of OKX; take global, eea or us, where the account was opened");
        }
        String socket = (kind == Kind.LIVE
                                ? List.of("wss://ws.okx.com", "wss://wseea.okx.com", "wss://wsus.okx.com")
                                : List.of("wss://wspap.okx.com", "wss://wseeapap.okx.com", "wss://wsuspap.okx.com"))
                        .get(i)
                + SOCKET_PATH;
        return new OkxEnvironment(
                kind,
                Hosts.of(Map.of(
                        HostKind.REST, rest(name, host),
                        HostKind.PUBLIC_STREAM, socket + "public",
                        HostKind.MARKET_STREAM, socket + "business",
                        HostKind.PRIVATE_STREAM, socket + "private",
                        HostKind.COMMANDS, socket + "private")));
    }

    /** The addresses. */
    public Hosts hosts() {
        return hosts;
    }

    /** True if every REST request must say that it is of demo trading. */
    public boolean isDemo() {
        return kind == Kind.DEMO;
    }

    /** True if orders there are for money. */
    public boolean isLive() {
        return kind == Kind.LIVE;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
