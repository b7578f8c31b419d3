package io.ttquant.examples.parity;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.Engine;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The engine's thread in simulated time, driving its engine as the loop of real time does: before each task, after it, and when something is due. */
final class EngineTime implements EngineThread {
    private final SimulatedTime time;
    private @Nullable Engine engine;
    private long planned = EpochNanos.NEVER;

    EngineTime(SimulatedTime time) {
        this.time = time;
    }

    void drive(Engine started) {
        engine = started;
    }

    @Override
    public void execute(Runnable task) {
        time.execute(() -> run(task));
    }

    @Override
    public Timeout schedule(Duration delay, Runnable task) {
        return time.schedule(delay, () -> run(task));
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    private void run(Runnable task) {
        advance();
        task.run();
        advance();
        plan();
    }

    private void advance() {
        if (engine != null && !engine.state().isEnded()) {
            engine.advanceTo(time.nanos());
        }
    }

    private void plan() {
        if (engine == null || engine.state().isEnded()) {
            return;
        }
        long due = engine.nextDueNanos();
        if (due != EpochNanos.NEVER && (due < planned || planned <= time.nanos())) {
            planned = Math.max(due, time.nanos() + 1);
            time.schedule(Duration.ofNanos(planned - time.nanos()), () -> run(() -> {}));
        }
    }
}
