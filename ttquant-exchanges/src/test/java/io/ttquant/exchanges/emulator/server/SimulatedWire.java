package io.ttquant.exchanges.emulator.server;

import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Clients and exchange in one thread. */
final class SimulatedWire extends Wire {
    private static final String HOST = "127.0.0.1";
    private static final int MOST_STEPS = 10_000;

    private final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    private final SimulatedNetwork network;

    SimulatedWire(Maker maker, long seed) {
        network = new SimulatedNetwork(time, seed);
        Turns turns = new SimulatedTurns(time);
        SimulatedHost host = new SimulatedHost(maker.make(time::nanos, turns), turns);
        network.serve(HOST, host).accept(HOST, host);
    }

    @Override
    public String http() {
        return "http://" + HOST + ":8080";
    }

    @Override
    public String ws() {
        return "ws://" + HOST + ":8080";
    }

    @Override
    public long millis() {
        return time.nanos() / 1_000_000;
    }

    @Override
    public <T> T ask(Supplier<T> question) {
        return question.get();
    }

    @Override
    public void await(String what, BooleanSupplier condition) {
        for (int step = 0; !condition.getAsBoolean(); step++) {
            if (step == MOST_STEPS) {
                throw new AssertionError("waited in vain for " + what);
            }
            time.run(Duration.ofMillis(1));
        }
    }

    @Override
    public void pass(Duration span) {
        time.run(span);
    }

    @Override
    Network network() {
        return network;
    }

    @Override
    void onEngine(Runnable work) {
        work.run();
    }

    @Override
    public void close() {
        network.close();
    }
}
