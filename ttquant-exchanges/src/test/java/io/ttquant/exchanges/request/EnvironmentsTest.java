package io.ttquant.exchanges.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.Wires;
import io.ttquant.exchanges.binance.BinanceEnvironment;
import io.ttquant.exchanges.okx.OkxEnvironment;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.TradeMode;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The environment decides alone where requests go: from a test network or an emulator there is no way to production. */
class EnvironmentsTest {
    private static final List<String> WORDS =
            List.of("", "live", "LIVE", "demo", "testnet", "local", "production", " demo ");
    private static final List<String> ADDRESSES = List.of(
            "",
            "https://www.okx.com",
            "https://api.binance.com",
            "http://127.0.0.1:1",
            "http://127.0.0.1.evil.com",
            "http://localhost:8080@api.binance.com",
            "http://api.binance.com#127.0.0.1",
            "ws://[::1]:9",
            "not an address",
            "http://0.0.0.0:1");

    private static Set<String> hosts(Hosts hosts) {
        Set<String> names = new HashSet<>();
        for (HostKind kind : HostKind.values()) {
            if (hosts.has(kind)) {
                names.add(URI.create(hosts.address(kind)).getHost());
            }
        }
        return names;
    }

    /** Every combination of settings that there could be, right and wrong. */
    private static int tryAll(
            Function<Map<String, String>, Hosts> reader, Set<String> production, List<String> regions) {
        int opened = 0;
        for (String word : WORDS) {
            for (String rest : ADDRESSES) {
                for (String socket : ADDRESSES) {
                    for (String region : regions) {
                        Map<String, String> settings = new HashMap<>(Map.of(
                                "environment",
                                word,
                                "rest",
                                rest,
                                "socket",
                                socket,
                                "region",
                                region,
                                "host",
                                "api.binance.com",
                                "url",
                                "https://www.okx.com"));
                        try {
                            Set<String> reached = hosts(reader.apply(settings));
                            opened++;
                            if (!word.strip().equalsIgnoreCase("live")) {
                                assertThat(reached).as("%s", settings).doesNotContainAnyElementsOf(production);
                            }
                            if (word.equals("local")) {
                                assertThat(Set.of("127.0.0.1", "[::1]", "localhost"))
                                        .containsAll(reached);
                            }
                        } catch (IllegalArgumentException e) {
                            assertThat(e.getMessage()).contains(";");
                        }
                    }
                }
            }
        }
        return opened;
    }

    @Test
    void noSettingLeadsFromATestNetworkOfBinanceToProduction() {
        Set<String> production = hosts(BinanceEnvironment.liveSpot().hosts());
        production.addAll(hosts(BinanceEnvironment.liveUsdm().hosts()));

        assertThat(tryAll(s -> BinanceEnvironment.spot(s).hosts(), production, List.of("global")))
                .isGreaterThan(5);
        assertThat(tryAll(s -> BinanceEnvironment.usdm(s).hosts(), production, List.of("global")))
                .isGreaterThan(5);
    }

    /** The REST host of demo trading is that of production; a header, on every request, makes the difference. */
    @Test
    void noSettingLeadsFromDemoTradingOfOkxToProduction() {
        Set<String> production = new HashSet<>();
        for (String region : List.of("global", "eea", "us")) {
            production.addAll(hosts(OkxEnvironment.live(region).hosts()));
            production.remove(URI.create(OkxEnvironment.live(region).hosts().address(HostKind.REST))
                    .getHost());
        }

        production.add("openapi.okx.com");
        assertThat(tryAll(s -> OkxEnvironment.of(s).hosts(), production, List.of("global", "eea", "us", "moon")))
                .isGreaterThan(5);
        for (String host : List.of("openapi.okx.com", "ws.okx.com", "evil.example", "eea.okx.com")) {
            int opened = tryAll(s -> okx(s, host), Set.of("ws.okx.com"), List.of("global", "eea", "us"));
            assertThat(opened > 0).as(host).isEqualTo(host.startsWith("openapi") || host.startsWith("eea"));
        }
    }

    private static Hosts okx(Map<String, String> settings, String host) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("rest_host", host);
        return OkxEnvironment.of(all).hosts();
    }

    @Test
    void everyRequestOfDemoTradingSaysSoAndNoOtherDoes() {
        for (OkxEnvironment environment : List.of(OkxEnvironment.demo("eea"), OkxEnvironment.live("eea"))) {
            OkxRequests okx = OkxRequests.of(
                    environment,
                    io.ttquant.exchanges.okx.Keys.ANY,
                    () -> 1_700_000_000_123L,
                    5_000,
                    TradeMode.CASH,
                    TradeMode.CROSS);
            for (RestRequest request : List.of(
                    okx.market().time(),
                    okx.market().instruments("SPOT"),
                    okx.account().balance(null),
                    okx.cancel("BTC-USDT", "a1"),
                    okx.cancelAllAfter(0),
                    okx.algos().order("a1"),
                    okx.account().setPositionMode(false))) {
                assertThat("1".equals(Wires.headers(request).get("x-simulated-trading")))
                        .as("%s", request)
                        .isEqualTo(environment.isDemo());
            }
        }
    }

    @Test
    void theSwitchMustBeSetAndAddressesAreForAnEmulatorOnly() {
        assertThatThrownBy(() -> OkxEnvironment.of(Map.of("key", "k")))
                .hasMessageContaining("none of live, demo and local");
        assertThat(OkxEnvironment.of(Map.of()).isLive())
                .as("market data without a key")
                .isTrue();
        assertThatThrownBy(() ->
                        BinanceEnvironment.spot(Map.of("environment", "testnet", "rest", "https://api.binance.com")))
                .hasMessageContaining("local only");
        assertThatThrownBy(() -> BinanceEnvironment.testnetSpot().hosts().address(HostKind.ACCOUNT_REST))
                .hasMessageContaining("production only");
        assertThat(BinanceEnvironment.spot(Map.of("environment", "testnet")).isLive())
                .isFalse();
    }
}
