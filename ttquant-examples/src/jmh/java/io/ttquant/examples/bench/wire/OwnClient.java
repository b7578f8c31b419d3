package io.ttquant.examples.bench.wire;

import io.ttquant.api.exchange.ExchangeConfig;
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
import io.ttquant.exchanges.binance.session.BinanceSpotProvider;
import io.ttquant.exchanges.run.RunMetrics;
import io.ttquant.exchanges.run.VenueParts;
import io.ttquant.exchanges.run.VenuePlan;
import io.ttquant.exchanges.run.VenueRun;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole way of this library, with limits as a live run needs them: socket, engine, strategy, risk, order manager, session, socket; as {@code own-metrics} with
 * all that is measured, served at port 9464.
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
    public static void main(String[] args) {
        String port = args[0];
        LiveLoop loop = LiveLoop.of(MachineClock.start());
        StrategyCatalogue catalogue = StrategyCatalogue.of(StrategyType.of("answer", Answer.Params.class, Answer::new));
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
        if (args.length > 1 && args[1].equals("own-metrics")) {
            measure(run, plan, loop);
        }
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
