package io.ttquant.examples.bench.wire;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.StrategyType;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.live.MachineClock;
import io.ttquant.core.live.recording.LoopEvents;
import io.ttquant.core.metrics.MachineMetrics;
import io.ttquant.core.metrics.MetricsOptions;
import io.ttquant.core.metrics.prometheus.PrometheusMetrics;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import io.ttquant.examples.bench.ScratchFolder;
import io.ttquant.exchanges.binance.session.BinanceSpotProvider;
import io.ttquant.exchanges.run.RunMetrics;
import io.ttquant.exchanges.run.RunStore;
import io.ttquant.exchanges.run.VenueParts;
import io.ttquant.exchanges.run.VenuePlan;
import io.ttquant.exchanges.run.VenueRun;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole way of this library, with limits as a live run needs them: socket, engine, strategy, risk, order manager, session, socket; as {@code own-metrics} with
 * all that is measured, served at port 9464, as {@code own-store} with a run kept in SQLite, as {@code own-both} with both.
 */
public final class OwnClient {
    private static final String TEXT = """
            [global]
            trading_mode = "live"
            exchange = "binance"
            [risk]
            max_order_value = 100
            max_position_value = 100000
            daily_loss = 50000
            [[strategies]]
            id = "answer"
            type = "answer"
            instrument = "BTCUSDT"
            """;

    private OwnClient() {}

    /** Runs it until it is killed. */
    public static void main(String[] args) throws IOException {
        String port = args[0];
        LiveLoop loop = LiveLoop.of(MachineClock.start());
        EngineTimes times = new EngineTimes();
        loop.watchedBy(times);
        StrategyCatalogue catalogue = StrategyCatalogue.of(
                StrategyType.of("answer", Answer.Params.class, params -> new Answer(params, times)));
        RunConfiguration configuration = RunConfiguration.read(ConfigText.of("bench", TEXT), catalogue);
        VenuePlan plan = VenuePlan.of(configuration).get(0);
        VenueParts parts = new VenueParts(
                new BinanceSpotProvider(),
                new ExchangeConfig(Map.of(
                        "environment", "local",
                        "rest", "http://127.0.0.1:" + port,
                        "socket", "ws://127.0.0.1:" + port,
                        "key", "key",
                        "secret", "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")),
                LoopThread.of(loop),
                loop::drive,
                new NoSwitch(),
                RiskMemory.NONE,
                OwnClient::print,
                isClean -> loop.stop());
        VenueRun run = VenueRun.of(configuration, plan, parts, true);
        String kind = args[1];
        if (kind.equals("own-metrics") || kind.equals("own-both")) {
            measure(run, plan, loop);
        }
        if (kind.equals("own-store") || kind.equals("own-both")) {
            keep(run);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(times.line())));
        loop.execute(run::start);
        loop.run();
    }

    /** As the strategy engine with [metrics] does, at the default port of the endpoint. */
    private static void measure(VenueRun run, VenuePlan plan, LiveLoop loop) {
        PrometheusMetrics endpoint = new PrometheusMetrics();
        LoopEvents.of(loop);
        // Bound as long as the process lives.
        endpoint.bind(MachineMetrics.metrics(), Map.of());
        run.metrics(RunMetrics.of(
                plan,
                TradingMode.LIVE,
                MetricsOptions.DEFAULT,
                LoopThread.of(loop),
                loop,
                metrics -> endpoint.bind(metrics, Map.of())));
    }

    /** As the strategy engine with [store] does. The folder goes with the process. */
    private static void keep(VenueRun run) throws IOException {
        ScratchFolder folder = ScratchFolder.make();
        Storage storage = new SqliteStorage()
                .open(Map.of("file", folder.path().resolve("run.db").toString()));
        run.store(new RunStore("sqlite", storage, "", Duration.ofMinutes(1)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closed(storage, folder)));
    }

    private static void closed(Storage storage, ScratchFolder folder) {
        if (storage.meter().refused() > 0) {
            System.out.println("the store did not take it all: " + storage.state());
        }
        storage.close();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines about orders are left out: at a terminal they would be what is measured. */
    private static void print(long nanos, String venue, String text) {
        if (!text.startsWith("answer #") || text.contains("denied")) {
            System.out.println(text);
        }
    }

    private static final class NoSwitch implements KillSwitchStore {
        @Override
        public @Nullable KillLatch load() {
            return null;
        }

        @Override
        public void trip(KillLatch latch) {
            System.out.println("tripped: " + latch);
        }

        @Override
        public void reset(String who, String why, long nanos) {}
    }
}
