package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.exchanges.transport.live.LoopThread;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A whole session on the loop of an engine, with a million trades waiting in the lane of market data. */
class CancelOvertakesTest {
    private static final int WAITING = 1_000_000;
    private static final String CANCEL = "DELETE /api/v3/order";
    /** Without its id, by which the second of them would be passed over. */
    private static final byte[] TRADE =
            ("{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1700000000000,\"s\":\"BTCUSDT\","
                            + "\"p\":\"100.0\",\"q\":\"0.500\",\"T\":1700000000000,\"m\":true}}")
                    .getBytes(StandardCharsets.US_ASCII);

    private final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    private final SimulatedNetwork simulated = new SimulatedNetwork(time, 7);
    private final FakeBinance venue = new FakeBinance(time, true);
    private final LiveLoop loop = LiveLoop.of(time::nanos);
    private final Map<EngineThread, LanedNetwork> networks = new LinkedHashMap<>();
    private final EngineLog log = new EngineLog(id -> instrument());
    private ExchangeSession session;

    private Instrument instrument() {
        return session.instruments().get(0);
    }

    private void open() {
        for (String host : List.of("api.binance.com", "stream.binance.com", "ws-api.binance.com")) {
            simulated.serve(host, venue);
            simulated.accept(host, venue.sockets);
        }
        BinanceSpotProvider provider = new BinanceSpotProvider(
                (proxy, thread) -> networks.computeIfAbsent(thread, lane -> new LanedNetwork(simulated, lane)));
        session = provider.open(new ExchangeConfig(SessionHarness.keys("live")), LoopThread.of(loop), log);
        pass();
        session.attach(log, log);
        session.subscribe(instrument().id(), Capability.TRADES);
        pass();
        assertThat(log.isTrading).as(log.session.toString()).isTrue();
        assertThat(networks).as("a lane of orders and one of prices").hasSize(2);
    }

    /** Lets ten seconds pass, with the loop idle in between. */
    private void pass() {
        for (int i = 0; i < 1_000; i++) {
            time.run(Duration.ofMillis(10));
            while (loop.turn()) {
                assertThat(loop.failures()).isZero();
            }
        }
    }

    private LanedNetwork orders() {
        return List.copyOf(networks.values()).get(0);
    }

    private void queueTrades() {
        LanedNetwork prices = List.copyOf(networks.values()).get(1);
        Runnable message = () -> prices.listeners.get(0).message(TRADE);
        for (int i = 0; i < WAITING; i++) {
            LoopThread.of(loop).execute(message);
        }
    }

    @Test
    void aCancelAndTheWordOnItDoNotWaitBehindAMillionTrades() {
        open();
        TestOrder order = new TestOrder("a1", OrderRequest.limit(instrument(), Side.BUY, 2_000, 1000), time.nanos());
        session.execution().submit(order);
        pass();
        assertThat(log.orders).contains("accepted a1");
        log.market.clear();
        queueTrades();
        for (int i = 0; i < 10; i++) {
            loop.turn();
        }
        assertThat(log.market).as("trades are being worked on").hasSize(10);

        loop.executeFirst(() -> session.execution().cancel(order));
        assertThat(turnsUntil(() -> orders().sent.contains(CANCEL))).isEqualTo(1);
        assertThat(log.market).as("not one trade before the cancel left").hasSize(10);

        time.run(Duration.ofMillis(500));
        assertThat(turnsUntil(() -> log.orders.contains("canceled a1"))).isLessThanOrEqualTo(3);
        assertThat(log.market).as("nor before its outcome was known").hasSize(10);
        assertThat(loop.backlog()).isGreaterThanOrEqualTo(WAITING - 10);
    }

    @Test
    void whatACallbackCancelsLeavesWithinThatCallback() {
        open();
        TestOrder order = new TestOrder("a1", OrderRequest.limit(instrument(), Side.BUY, 2_000, 1000), time.nanos());
        session.execution().submit(order);
        pass();
        LoopThread.of(loop).execute(() -> session.execution().cancel(order));
        queueTrades();
        loop.turn();
        assertThat(orders().sent).contains(CANCEL);
        assertThat(loop.backlog()).isEqualTo(WAITING);
    }

    private int turnsUntil(BooleanSupplier done) {
        int turns = 0;
        while (!done.getAsBoolean() && turns < 100) {
            loop.turn();
            turns++;
        }
        return turns;
    }
}
