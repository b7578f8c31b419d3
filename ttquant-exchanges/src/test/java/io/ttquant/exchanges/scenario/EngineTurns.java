package io.ttquant.exchanges.scenario;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.core.engine.Engine;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine's thread in simulated time: the engine's clock moves before and after each task, as a live loop has it. Dead ones do nothing any more. */
final class EngineTurns implements EngineThread {
    private final SimulatedTime time;
    private final List<Throwable> failures = new ArrayList<>();
    private @Nullable Engine engine;
    private boolean isDead;

    EngineTurns(SimulatedTime time) {
        this.time = time;
    }

    void drive(Engine driven) {
        engine = driven;
        wake();
    }

    void die() {
        isDead = true;
    }

    List<Throwable> failures() {
        return failures;
    }

    void run(Runnable task) {
        if (isDead) {
            return;
        }
        advance();
        try {
            task.run();
        } catch (RuntimeException | AssertionError thrown) {
            failures.add(thrown);
        }
        advance();
    }

    private void advance() {
        Engine driven = engine;
        if (driven != null && !driven.state().isEnded()) {
            try {
                driven.advanceTo(time.nanos());
            } catch (RuntimeException thrown) {
                failures.add(thrown);
            }
        }
    }

    /** The engine's own timers come due between tasks; this is near enough. */
    private void wake() {
        time.schedule(Duration.ofMillis(200), () -> {
            if (!isDead) {
                advance();
                wake();
            }
        });
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
}
