package io.ttquant.exchanges.emulator.server;

import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;

/** The exchange's work within a simulated time, on the thread that runs it. */
public final class SimulatedTurns implements Turns {
    private final SimulatedTime time;

    /** Work in that time. */
    public SimulatedTurns(SimulatedTime time) {
        this.time = time;
    }

    @Override
    public void execute(Runnable work) {
        time.execute(work);
    }

    @Override
    public void after(Duration delay, Runnable work) {
        time.schedule(delay, work);
    }
}
