package io.ttquant.exchanges.emulator.server;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.emulator.exchange.ExchangeClock;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.okhttp.NetworkSettings;
import io.ttquant.exchanges.transport.okhttp.OkHttpNetwork;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Clients and exchange over real sockets. */
final class LoopbackWire extends Wire {
    private final ExchangeThread exchange = new ExchangeThread();
    private final Engine engine = new Engine();
    private final LoopbackServer server;
    private final Network network;

    LoopbackWire(Maker maker) {
        Front front = exchange.ask(() -> maker.make(ExchangeClock.ofTheMachine(), exchange));
        server = LoopbackServer.start(front, exchange);
        network = OkHttpNetwork.open(NetworkSettings.DEFAULTS, engine);
    }

    @Override
    public String http() {
        return server.http();
    }

    @Override
    public String ws() {
        return server.ws();
    }

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }

    @Override
    public <T> T ask(Supplier<T> question) {
        return exchange.ask(question);
    }

    /** Waits for the exchange to know of it too: what happens there before is not told over it. */
    @Override
    public Line open(String address) {
        long before = server.socketsOpened();
        Line line = super.open(address);
        await("the exchange to know of a socket", () -> server.socketsOpened() > before);
        return line;
    }

    @Override
    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(500_000);
        }
    }

    @Override
    public void pass(Duration span) {
        long end = System.nanoTime() + span.toNanos();
        await("time to pass", () -> System.nanoTime() >= end);
    }

    @Override
    Network network() {
        return network;
    }

    @Override
    void onEngine(Runnable work) {
        engine.execute(work);
    }

    @Override
    public void close() {
        network.close();
        server.close();
        exchange.close();
        engine.thread.shutdownNow();
    }

    private static final class Engine implements EngineThread {
        /** Drops what comes after its end, as engines do. */
        private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
                1, work -> new Thread(work, "engine-of-the-test"), new ThreadPoolExecutor.DiscardPolicy());

        @Override
        public void execute(Runnable task) {
            thread.execute(task);
        }

        @Override
        public Timeout schedule(Duration delay, Runnable task) {
            ScheduledFuture<?> waiting = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> waiting.cancel(false);
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }
}
