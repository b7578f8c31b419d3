package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.EnvironmentSettings;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.Hosts;
import java.util.Locale;
import java.util.Map;

/** Where Binance is reached: production, a test network whose hosts are all its own, or an emulator on this machine. */
public final class BinanceEnvironment {
    private static final String TESTNET = "testnet";
    private static final String DEMO = "demo";

    private enum Kind {
        LIVE,
        TESTNET,
        DEMO,
        LOCAL
    }

    private final Kind kind;
    private final Hosts hosts;

    private BinanceEnvironment(Kind kind, Hosts hosts) {
        this.kind = kind;
        this.hosts = hosts;
    }

    /**
     * Spot by settings: {@code environment} is live, testnet, demo or local.
     *
     * @throws IllegalArgumentException if a setting is wrong or has no say in that environment
     */
    public static BinanceEnvironment spot(Map<String, String> settings) {
        EnvironmentSettings s = EnvironmentSettings.of(settings, TESTNET, DEMO);
        if (s.environment().equals(DEMO)) {
            return demoSpot();
        }
        return s.isLocal() ? localSpot(s.rest(), s.socket()) : s.isLive() ? liveSpot() : testnetSpot();
    }

    /**
     * Futures by settings: {@code environment} is live, testnet, demo (which is the same there) or local.
     *
     * @throws IllegalArgumentException if a setting is wrong or has no say in that environment
     */
    public static BinanceEnvironment usdm(Map<String, String> settings) {
        EnvironmentSettings s = EnvironmentSettings.of(settings, TESTNET, DEMO);
        return s.isLocal() ? localUsdm(s.rest(), s.socket()) : s.isLive() ? liveUsdm() : testnetUsdm();
    }

    /** Spot, for money. */
    public static BinanceEnvironment liveSpot() {
        return new BinanceEnvironment(
                Kind.LIVE,
                Hosts.of(Map.of(
                        HostKind.REST, "https://api.binance.com",
                        HostKind.ACCOUNT_REST, "https://api.binance.com",
                        HostKind.PUBLIC_STREAM, "wss://stream.binance.com:9443",
                        HostKind.PRIVATE_STREAM, "wss://ws-api.binance.com:443/ws-api/v3",
                        HostKind.COMMANDS, "wss://ws-api.binance.com:443/ws-api/v3")));
    }

    /** The test network of Spot. Key permissions cannot be asked there. */
    public static BinanceEnvironment testnetSpot() {
        return new BinanceEnvironment(
                Kind.TESTNET,
                Hosts.of(Map.of(
                        HostKind.REST, "https://testnet.binance.vision",
                        HostKind.PUBLIC_STREAM, "wss://stream.testnet.binance.vision",
                        HostKind.PRIVATE_STREAM, "wss://ws-api.testnet.binance.vision/ws-api/v3",
                        HostKind.COMMANDS, "wss://ws-api.testnet.binance.vision/ws-api/v3")));
    }

    /** The demo mode of Spot: prices of production, money of play. Key permissions cannot be asked there. */
    public static BinanceEnvironment demoSpot() {
        return new BinanceEnvironment(
                Kind.DEMO,
                Hosts.of(Map.of(
                        HostKind.REST, "https://demo-api.binance.com",
                        HostKind.PUBLIC_STREAM, "wss://demo-stream.binance.com",
                        HostKind.PRIVATE_STREAM, "wss://demo-ws-api.binance.com/ws-api/v3",
                        HostKind.COMMANDS, "wss://demo-ws-api.binance.com/ws-api/v3")));
    }

    /** USDT-margined futures, for money. */
    public static BinanceEnvironment liveUsdm() {
        return new BinanceEnvironment(
                Kind.LIVE,
                Hosts.of(Map.of(
                        HostKind.REST, "https://fapi.binance.com",
                        HostKind.ACCOUNT_REST, "https://api.binance.com",
                        HostKind.PUBLIC_STREAM, "wss://fstream.binance.com/public",
                        HostKind.MARKET_STREAM, "wss://fstream.binance.com/market",
                        HostKind.PRIVATE_STREAM, "wss://fstream.binance.com/private",
                        HostKind.COMMANDS, "wss://ws-fapi.binance.com/ws-fapi/v1")));
    }

    /** The test network of futures. Key permissions cannot be asked there. */
    public static BinanceEnvironment testnetUsdm() {
        return new BinanceEnvironment(
                Kind.TESTNET,
                Hosts.of(Map.of(
                        HostKind.REST, "https://demo-fapi.binance.com",
                        HostKind.PUBLIC_STREAM, "wss://demo-fstream.binance.com/public",
                        HostKind.MARKET_STREAM, "wss://demo-fstream.binance.com/market",
                        HostKind.PRIVATE_STREAM, "wss://demo-fstream.binance.com/private",
                        HostKind.COMMANDS, "wss://testnet.binancefuture.com/ws-fapi/v1")));
    }

    /**
     * Spot at an emulator on this machine.
     *
     * @param rest its REST address, such as {@code http://127.0.0.1:8080}
     * @param socket its WebSocket address without a path, such as {@code ws://127.0.0.1:8080}
     * @throws IllegalArgumentException if an address is not one of this machine
     */
    public static BinanceEnvironment localSpot(String rest, String socket) {
        return new BinanceEnvironment(
                Kind.LOCAL,
                Hosts.loopback(Map.of(
                        HostKind.REST, rest,
                        HostKind.ACCOUNT_REST, rest,
                        HostKind.PUBLIC_STREAM, socket,
                        HostKind.PRIVATE_STREAM, socket + "/ws-api/v3",
                        HostKind.COMMANDS, socket + "/ws-api/v3")));
    }

    /** Futures at an emulator on this machine; parameters as of {@link #localSpot}. */
    public static BinanceEnvironment localUsdm(String rest, String socket) {
        return new BinanceEnvironment(
                Kind.LOCAL,
                Hosts.loopback(Map.of(
                        HostKind.REST, rest,
                        HostKind.ACCOUNT_REST, rest,
                        HostKind.PUBLIC_STREAM, socket + "/public",
                        HostKind.MARKET_STREAM, socket + "/market",
                        HostKind.PRIVATE_STREAM, socket + "/private",
                        HostKind.COMMANDS, socket + "/ws-fapi/v1")));
    }

    /** The addresses. */
    public Hosts hosts() {
        return hosts;
    }

    /** True if it says what a key may do: test networks do not. */
    public boolean tellsPermissions() {
        return kind == Kind.LIVE || kind == Kind.LOCAL;
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
