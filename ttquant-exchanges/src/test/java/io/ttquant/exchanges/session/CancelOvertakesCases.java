package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.exchanges.transport.NetworkOpener;
import io.ttquant.exchanges.transport.WebSocketListener;
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

/** A whole session on the loop of an engine, with a million trades waiting in the lane of market data. Each venue extends it. */
public abstract class CancelOvertakesCases {
    private static final int WAITING = 1_000_000;

    protected final SimulatedTime time;
    protected final SimulatedNetwork simulated;
    protected ExchangeSession session;
    private final LiveLoop loop;
    private final Map<EngineThread, LanedNetwork> networks = new LinkedHashMap<>();
    private long lastTrade = 1_000_000;

    protected CancelOvertakesCases(long startNanos) {
        time = new SimulatedTime(startNanos);
        simulated = new SimulatedNetwork(time, 7);
        loop = LiveLoop.of(time::nanos);
    }

    /** Opens the venue's session with keys; its venue is in the simulated network. */
    protected abstract ExchangeSession open(NetworkOpener opener, EngineThread thread);

    /** Attaches an engine, or what stands for one. */
    protected abstract void attach();

    /** Whether orders may be sent. */
    protected abstract boolean isTrading();

    /** A limit order of the first instrument that rests at the venue. */
    protected abstract Order order(String clientId);

    /** What was told of prices. */
    protected abstract List<String> prices();

    /** Whether it was told that an order is accepted. */
    protected abstract boolean isAccepted(String clientId);

    /** Whether it was told that an order is cancelled. */
    protected abstract boolean isCanceled(String clientId);

    /** A trade of the first instrument as the venue's socket brings it. */
    protected abstract String trade(long id);

    /** Method and path of a cancel. */
    protected abstract String cancel();

    protected final Instrument instrument() {
        return session.instruments().get(0);
    }

    private void begin() {
        session = open(
                (proxy, thread) -> networks.computeIfAbsent(thread, lane -> new LanedNetwork(simulated, lane)),
                LoopThread.of(loop));
        pass();
        attach();
        session.subscribe(instrument().id(), Capability.TRADES);
        pass();
        assertThat(isTrading()).isTrue();
        assertThat(networks).as("a lane of orders and one of prices").hasSize(2);
    }

    /** Lets ten seconds pass, with the loop idle in between. */
    private void pass() {
        for (int i = 0; i < 1_000; i++) {
            time.run(Duration.ofMillis(10));
            idle();
        }
    }

    private void idle() {
        while (loop.turn()) {
            assertThat(loop.failures()).isZero();
        }
    }

    private Order resting() {
        Order order = order("a1");
        session.execution().submit(order);
        pass();
        assertThat(isAccepted("a1")).isTrue();
        return order;
    }

    private boolean hasCancelLeft() {
        return networks.values().stream().anyMatch(network -> network.sent.contains(cancel()));
    }

    private byte[] nextTrade() {
        return trade(++lastTrade).getBytes(StandardCharsets.US_ASCII);
    }

    /** The socket that brings trades. */
    private WebSocketListener socket() {
        for (LanedNetwork network : networks.values()) {
            for (WebSocketListener listener : network.listeners) {
                listener.message(nextTrade());
                idle();
                if (!prices().isEmpty()) {
                    return listener;
                }
            }
        }
        throw new AssertionError("no socket of the session takes a trade");
    }

    private void queueTrades() {
        WebSocketListener socket = socket();
        prices().clear();
        Runnable message = () -> socket.message(nextTrade());
        for (int i = 0; i < WAITING; i++) {
            LoopThread.of(loop).execute(message);
        }
    }

    @Test
    void aCancelAndTheWordOnItDoNotWaitBehindAMillionTrades() {
        begin();
        Order order = resting();
        queueTrades();
        for (int i = 0; i < 10; i++) {
            loop.turn();
        }
        assertThat(prices()).as("trades are being worked on").hasSize(10);

        loop.executeFirst(() -> session.execution().cancel(order));
        assertThat(turnsUntil(this::hasCancelLeft)).isEqualTo(1);
        assertThat(prices()).as("not one trade before the cancel left").hasSize(10);

        time.run(Duration.ofMillis(500));
        assertThat(turnsUntil(() -> isCanceled("a1"))).isLessThanOrEqualTo(5);
        assertThat(prices()).as("nor before its outcome was known").hasSize(10);
        assertThat(loop.backlog()).isGreaterThanOrEqualTo(WAITING - 10);
    }

    @Test
    void whatACallbackCancelsLeavesWithinThatCallback() {
        begin();
        Order order = resting();
        WebSocketListener socket = socket();
        LoopThread.of(loop).execute(() -> session.execution().cancel(order));
        for (int i = 0; i < WAITING; i++) {
            LoopThread.of(loop).execute(() -> socket.message(nextTrade()));
        }
        loop.turn();
        assertThat(hasCancelLeft()).isTrue();
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
