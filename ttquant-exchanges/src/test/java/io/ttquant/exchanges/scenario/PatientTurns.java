package io.ttquant.exchanges.scenario;

import io.ttquant.exchanges.emulator.server.Turns;
import java.time.Duration;

/** Turns in which nothing is done more often than ten times a second: hours pass in less time, and what happens on demand happens as ever. */
record PatientTurns(Turns turns) implements Turns {
    private static final Duration LEAST = Duration.ofMillis(100);

    @Override
    public void execute(Runnable work) {
        turns.execute(work);
    }

    @Override
    public void after(Duration delay, Runnable work) {
        turns.after(delay, work);
    }

    @Override
    public void every(Duration period, Runnable work) {
        Turns.super.every(period.compareTo(LEAST) < 0 ? LEAST : period, work);
    }
}
