package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A session against the fake venue in simulated time. */
final class SessionHarness {
    static final String KEY = "CANARYKEY7f3a";
    static final String SECRET = "CANARYSECRET91bc";
    private static final List<String> HOSTS = List.of(
            "api.binance.com",
            "stream.binance.com",
            "ws-api.binance.com",
            "fapi.binance.com",
            "fstream.binance.com",
            "testnet.binance.vision",
            "stream.testnet.binance.vision",
            "ws-api.testnet.binance.vision",
            "demo-fapi.binance.com",
            "demo-fstream.binance.com");

    final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    final SimulatedNetwork network = new SimulatedNetwork(time, 7);
    final FakeBinance venue;
    final EngineLog log;
    final ExchangeSession session;
    final List<String> hosts = new ArrayList<>();

    private SessionHarness(boolean isSpot, Map<String, String> settings, Consumer<FakeBinance> before) {
        venue = new FakeBinance(time, isSpot);
        before.accept(venue);
        for (String host : HOSTS) {
            network.serve(host, request -> {
                hosts.add(host);
                return venue.handle(request);
            });
            network.accept(host, venue.sockets);
        }
        ExchangeProvider provider = isSpot
                ? new BinanceSpotProvider((proxy, thread) -> network)
                : new BinanceUsdmProvider((proxy, thread) -> network);
        log = new EngineLog(this::find);
        session = provider.open(new ExchangeConfig(settings), time, log);
    }

    private Instrument find(InstrumentId id) {
        return session.instruments().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static SessionHarness open(boolean isSpot, Map<String, String> settings) {
        return new SessionHarness(isSpot, settings, venue -> {});
    }

    static SessionHarness open(boolean isSpot, Map<String, String> settings, Consumer<FakeBinance> before) {
        return new SessionHarness(isSpot, settings, before);
    }

    static Map<String, String> keys(String environment) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("environment", environment);
        settings.put("key", KEY);
        settings.put("secret", SECRET);
        return settings;
    }

    /** One with an account, attached and trading. */
    static SessionHarness trading(boolean isSpot) {
        SessionHarness h = open(isSpot, keys("live")).seconds(5).attach().seconds(5);
        assertThat(h.log.isTrading).as(h.log.session.toString()).isTrue();
        h.log.orders.clear();
        return h;
    }

    SessionHarness attach() {
        session.attach(log, log);
        return this;
    }

    SessionHarness seconds(long seconds) {
        return millis(seconds * 1000);
    }

    SessionHarness millis(long millis) {
        time.run(Duration.ofMillis(millis));
        return this;
    }

    InstrumentId btc() {
        return session.instruments().get(0).id();
    }

    TestOrder limit(String clientId, long rawQuantity, long rawPrice) {
        return order(clientId, OrderRequest.limit(find(btc()), Side.BUY, rawQuantity, rawPrice));
    }

    TestOrder order(String clientId, OrderRequest request) {
        return new TestOrder(clientId, request, time.nanos());
    }

    /** What was reported of orders, but for audits and balances. */
    List<String> reports() {
        return log.orders.stream()
                .filter(line -> !line.equals("audited") && !line.startsWith("balance"))
                .toList();
    }
}
