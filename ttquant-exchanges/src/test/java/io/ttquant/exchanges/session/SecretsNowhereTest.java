package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One run for each venue, over real sockets, through an order, a refused signature and a venue that dies: key, secret and passphrase appear in no log of any
 * logger at any level, no exception, no report, no text of an object of ours that the session leads to, and no thread's name.
 */
class SecretsNowhereTest {
    private static final String CANARY = "CANARY";
    private static final Map<String, String> DEPOSITS = Map.of("USDT", "100000", "BTC", "1");

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final LiveLoop loop;
    private final Thread thread;

    SecretsNowhereTest() {
        long offset = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
        loop = LiveLoop.of(() -> System.nanoTime() + offset);
        thread = new Thread(loop::run, "canary-engine");
        thread.setDaemon(true);
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void keySecretAndPassphraseAreSeenNowhere(VenueKind kind) throws Exception {
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Handler handler = handler();
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        try {
            run(kind);
        } finally {
            loop.stop();
            thread.join(10_000);
            root.removeHandler(handler);
            root.setLevel(before);
        }
        Thread.getAllStackTraces().keySet().forEach(t -> said.add(t.toString()));
        assertThat(said).hasSizeGreaterThan(100).anyMatch(line -> line.startsWith("log okhttp3"));
        assertThat(said).noneMatch(line -> line.contains(CANARY));
    }

    private Handler handler() {
        SimpleFormatter formatter = new SimpleFormatter();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                StringWriter trace = new StringWriter();
                if (line.getThrown() != null) {
                    line.getThrown().printStackTrace(new PrintWriter(trace));
                }
                said.add("log " + line.getLoggerName() + " " + formatter.formatMessage(line) + trace);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    private void run(VenueKind kind) throws Exception {
        thread.start();
        Map<String, BigDecimal> deposits = new HashMap<>();
        DEPOSITS.forEach((asset, amount) -> deposits.put(asset, new BigDecimal(amount)));
        LocalAccount account =
                new LocalAccount("somebody", CANARY + "KEY7f3a", CANARY + "SECRET91bc", CANARY + "PASS55de", deposits);
        try (LocalExchange local = LocalExchange.start(EnumSet.of(kind), LocalMarkets.standard(1), account, Map.of())) {
            LocalVenue venue = local.venue(kind);
            Heard wrong = new Heard();
            ExchangeSession refused = open(kind, settings(kind, venue, account, "WRONG"), wrong);
            assertThat(wrong.failed.await(30, TimeUnit.SECONDS))
                    .as("a wrong secret is refused")
                    .isTrue();
            inLoop(() -> {
                refused.close();
                return true;
            });
            Heard heard = new Heard();
            ExchangeSession session = open(kind, settings(kind, venue, account, ""), heard);
            trade(session, heard);
            lookInto(session);
            venue.close();
            assertThat(heard.stopped.await(30, TimeUnit.SECONDS)).isTrue();
            lookInto(session);
            inLoop(() -> {
                session.close();
                return true;
            });
        }
    }

    private static Map<String, String> settings(VenueKind kind, LocalVenue venue, LocalAccount account, String more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("environment", "local");
        settings.put("rest", venue.http());
        settings.put("socket", venue.ws() + (kind == VenueKind.OKX ? "/ws/v5" : ""));
        settings.put("key", account.key());
        settings.put("secret", account.secret() + more);
        if (kind == VenueKind.OKX) {
            settings.put("passphrase", account.passphrase());
        } else {
            settings.put("allow_unsafe_key", "any_address");
        }
        return settings;
    }

    private ExchangeSession open(VenueKind kind, Map<String, String> settings, Heard heard) throws Exception {
        ExchangeProvider provider = switch (kind) {
            case BINANCE -> new BinanceSpotProvider();
            case BINANCE_USDM -> new BinanceUsdmProvider();
            case OKX -> new OkxProvider();
        };
        return inLoop(() -> provider.open(new ExchangeConfig(settings), LoopThread.of(loop), heard));
    }

    private void trade(ExchangeSession session, Heard heard) throws Exception {
        assertThat(heard.ready.await(30, TimeUnit.SECONDS)).as(said.toString()).isTrue();
        inLoop(() -> {
            session.attach(noting(MarketDataSink.class, heard), noting(AccountSink.class, heard));
            return true;
        });
        assertThat(heard.trading.await(30, TimeUnit.SECONDS)).isTrue();
        inLoop(() -> {
            Instrument first = session.instruments().get(0);
            long quantity = Math.max(first.rawLot(), 1_000 * first.rawLot());
            session.execution()
                    .submit(new EngineOrder(
                            "o1", 1, OrderRequest.limit(first, Side.BUY, quantity, 100 * first.rawTick())));
            return true;
        });
        assertThat(heard.reported.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void lookInto(ExchangeSession session) throws Exception {
        inLoop(() -> {
            int ours = 0;
            for (Object each : Reachable.from(session)) {
                if (each.getClass().getName().startsWith("io.ttquant")) {
                    said.add(each.getClass().getName() + " " + each);
                    ours++;
                }
            }
            assertThat(ours).as("objects of the session").isGreaterThan(100);
            return true;
        });
    }

    /** A sink that writes down whatever is told to it. */
    private <T> T noting(Class<T> type, Heard heard) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            said.add(method.getName() + " " + Arrays.toString(args));
            if (method.getName().equals("accepted") || method.getName().equals("rejected")) {
                heard.reported.countDown();
            }
            return method.getReturnType() == List.class ? List.of() : null;
        }));
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
        return done.get(30, TimeUnit.SECONDS);
    }

    private final class Heard implements SessionListener {
        final CountDownLatch ready = new CountDownLatch(1);
        final CountDownLatch trading = new CountDownLatch(1);
        final CountDownLatch reported = new CountDownLatch(1);
        final CountDownLatch stopped = new CountDownLatch(1);
        final CountDownLatch failed = new CountDownLatch(1);

        @Override
        public void ready() {
            ready.countDown();
        }

        @Override
        public void trading(boolean isTrading, String why) {
            said.add("trading " + why);
            if (isTrading) {
                trading.countDown();
            } else if (trading.getCount() == 0) {
                stopped.countDown();
            }
        }

        @Override
        public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {}

        @Override
        public void failed(String reason) {
            said.add("failed " + reason);
            failed.countDown();
        }
    }
}
