package io.ttquant.exchanges.transport.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.exchanges.binance.session.BinanceSpotProvider;
import io.ttquant.exchanges.binance.session.BinanceUsdmProvider;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.okx.session.OkxProvider;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole sessions go through the proxy of their settings: requests, market data and news of the account. */
@Timeout(120)
class ProxiedSessionTest {
    private final long offset = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
    private final LiveLoop loop = LiveLoop.of(() -> System.nanoTime() + offset);
    private final Thread thread = new Thread(loop::run, "engine-behind-a-proxy");

    @BeforeEach
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        loop.stop();
        thread.join(10_000);
    }

    private static ExchangeProvider provider(VenueKind kind) {
        return switch (kind) {
            case BINANCE -> new BinanceSpotProvider();
            case BINANCE_USDM -> new BinanceUsdmProvider();
            case OKX -> new OkxProvider();
        };
    }

    private static Map<String, String> settings(VenueKind kind, LocalVenue venue, LocalAccount account, String proxy) {
        Map<String, String> settings = new HashMap<>();
        settings.put("environment", "local");
        settings.put("rest", venue.http());
        settings.put("socket", venue.ws() + (kind == VenueKind.OKX ? "/ws/v5" : ""));
        settings.put("key", account.key());
        settings.put("secret", account.secret());
        if (kind == VenueKind.OKX) {
            settings.put("passphrase", account.passphrase());
        }
        settings.put("allow_unsafe_key", "any_address");
        settings.put("proxy", proxy);
        settings.put("proxy_user", "me");
        settings.put("proxy_password", "known");
        return settings;
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void aSessionReachesItsVenueThroughItsProxy(VenueKind kind) throws Exception {
        LocalAccount account = LocalAccount.standard();
        try (LocalExchange local = LocalExchange.start(EnumSet.of(kind), LocalMarkets.standard(1), account, Map.of());
                TinyProxy proxy = new TinyProxy(true, "me", "known")) {
            LocalVenue venue = local.venue(kind);
            Heard heard = new Heard();
            ExchangeSession session = inLoop(() -> provider(kind)
                    .open(
                            new ExchangeConfig(settings(kind, venue, account, proxy.address())),
                            LoopThread.of(loop),
                            heard));
            heard.ready.get(60, TimeUnit.SECONDS);
            int requests = proxy.targets().size();
            assertThat(requests).as("connections for requests").isPositive();
            inLoop(() -> {
                Instrument first = session.instruments().get(0);
                InstrumentSink market = silent(InstrumentSink.class, first);
                session.attach(id -> market, silent(AccountSink.class, first));
                session.subscribe(first.id(), Capability.TRADES);
                return true;
            });
            heard.trading.get(60, TimeUnit.SECONDS);
            heard.market.get(60, TimeUnit.SECONDS);
            assertThat(proxy.targets())
                    .as("sockets of the account and of the market too")
                    .hasSizeGreaterThan(requests + 1);
            URI rest = URI.create(venue.http());
            assertThat(proxy.targets()).contains(rest.getHost() + ":" + rest.getPort());
            inLoop(() -> {
                session.close();
                return true;
            });
        }
    }

    /** Takes all, and gives the instrument where it is asked for. */
    private static <T> T silent(Class<T> type, Instrument instrument) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> method.getReturnType() == Instrument.class
                        ? instrument
                        : method.getReturnType() == List.class ? List.of() : null));
    }

    private <T> T inLoop(Callable<T> what) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(what.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }

    private static final class Heard implements SessionListener {
        final CompletableFuture<Boolean> ready = new CompletableFuture<>();
        final CompletableFuture<Boolean> trading = new CompletableFuture<>();
        final CompletableFuture<Boolean> market = new CompletableFuture<>();

        @Override
        public void ready() {
            ready.complete(true);
        }

        @Override
        public void trading(boolean isNow, String why) {
            if (isNow) {
                trading.complete(true);
            }
        }

        @Override
        public void marketData(InstrumentId instrument, Capability kind, boolean comes) {
            if (comes) {
                market.complete(true);
            }
        }

        @Override
        public void failed(String reason) {
            IllegalStateException why = new IllegalStateException(reason);
            ready.completeExceptionally(why);
            trading.completeExceptionally(why);
            market.completeExceptionally(why);
        }
    }
}
