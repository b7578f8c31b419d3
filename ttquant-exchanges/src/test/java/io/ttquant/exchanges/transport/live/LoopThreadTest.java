package io.ttquant.exchanges.transport.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.live.MachineClock;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.okhttp.NetworkSettings;
import io.ttquant.exchanges.transport.okhttp.OkHttpNetwork;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop of an engine as the thread of networks and streams. */
class LoopThreadTest {
    private static final Instrument BTC = Instrument.spot("sim:BTCUSDT", "BTC", "USDT")
            .tick("0.1")
            .lot("0.001")
            .build();

    private final List<String> seen = new ArrayList<>();
    private long now = 1_000;
    private final LiveLoop loop = LiveLoop.of(engine(now), () -> now);
    private final LoopThread data = LoopThread.of(loop);
    private final LoopThread orders = LoopThread.first(loop);

    private static Engine engine(long startNanos) {
        Engine engine = Engine.builder()
                .instrument(BTC)
                .strategy("s", new Strategy() {
                    @Override
                    protected void onStart(StrategyContext context) {}
                })
                .simulate(SimulationConfig.DEFAULT)
                .startNanos(startNanos)
                .build();
        engine.start();
        engine.advanceTo(startNanos);
        return engine;
    }

    private void turnUntilIdle() {
        while (loop.turn()) {
            seen.size();
        }
    }

    @Test
    void newsOfOrdersOvertakesMarketDataAndEachLaneKeepsItsOrder() {
        data.execute(() -> seen.add("trade 1"));
        orders.execute(() -> seen.add("fill 1"));
        data.execute(() -> seen.add("trade 2"));
        orders.execute(() -> seen.add("fill 2"));
        turnUntilIdle();

        assertThat(seen).containsExactly("fill 1", "fill 2", "trade 1", "trade 2");
    }

    @Test
    void waitsOfBothLanesRunByTheClockOfTheLoopInOneOrder() {
        EngineThread.Timeout back = data.schedule(Duration.ofNanos(10), () -> seen.add("taken back"));
        data.schedule(Duration.ofNanos(10), () -> seen.add("a"));
        orders.schedule(Duration.ofNanos(10), () -> seen.add("b"));
        orders.schedule(Duration.ofNanos(5), back::cancel);
        orders.schedule(Duration.ZERO, () -> seen.add("at once"));
        assertThat(seen).isEmpty();
        turnUntilIdle();
        assertThat(seen).containsExactly("at once");
        now += 10;
        assertThat(data.nanos()).isEqualTo(1_010);
        turnUntilIdle();

        assertThat(seen).containsExactly("at once", "a", "b");
    }

    @Test
    void aWaitThatLiesInThePastIsRefused() {
        assertThatThrownBy(() -> data.schedule(Duration.ofNanos(-1), () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lies in the past");
    }

    @Test
    @Timeout(60)
    void aRealRequestIsAnsweredOnTheLoopsThread() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().body("pong").build());
            MachineClock clock = MachineClock.start();
            LiveLoop live = LiveLoop.of(engine(clock.nanos()), clock);
            URI uri = URI.create("http://127.0.0.1:" + server.getPort() + "/ping");
            try (OkHttpNetwork network = OkHttpNetwork.open(NetworkSettings.DEFAULTS, LoopThread.first(live))) {
                live.execute(() -> network.send(HttpRequest.of("GET", uri), new HttpListener() {
                    @Override
                    public void response(HttpResponse response) {
                        seen.add(response.text() + " on "
                                + Thread.currentThread().getName());
                        live.stop();
                    }

                    @Override
                    public void failed(NetworkFailure failure) {
                        seen.add(failure.toString());
                        live.stop();
                    }
                }));
                live.run();
            }
        }
        assertThat(seen).containsExactly("pong on " + Thread.currentThread().getName());
    }
}
