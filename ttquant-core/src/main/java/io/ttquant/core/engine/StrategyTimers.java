package io.ttquant.core.engine;

import io.ttquant.api.time.Timers;
import java.time.Duration;

/** A strategy's view of the engine's timers. */
final class StrategyTimers implements Timers {
    private final Engine engine;
    private final StrategySlot slot;
    private long nextId = 1;

    StrategyTimers(Engine engine, StrategySlot slot) {
        this.engine = engine;
        this.slot = slot;
    }

    @Override
    public long at(String name, long atNanos) {
        return add(name, Math.max(atNanos, engine.now()), 0);
    }

    @Override
    public long after(String name, Duration delay) {
        return at(name, Math.addExact(engine.now(), delay.toNanos()));
    }

    @Override
    public long every(String name, Duration period) {
        long nanos = positive(period);
        return add(name, Math.addExact(engine.now(), nanos), nanos);
    }

    @Override
    public long everyAligned(String name, Duration period) {
        long nanos = positive(period);
        return add(name, Math.addExact(Math.floorDiv(engine.now(), nanos) * nanos, nanos), nanos);
    }

    @Override
    public void cancel(long id) {
        engine.timers().cancel(slot, id);
    }

    private long add(String name, long dueNanos, long periodNanos) {
        TimerQueue.Timer timer = new TimerQueue.Timer(slot, name, nextId++, dueNanos, periodNanos);
        engine.timers().add(timer);
        engine.dueAt(dueNanos);
        return timer.id;
    }

    private static long positive(Duration period) {
        long nanos = period.toNanos();
        if (nanos <= 0) {
            throw new IllegalArgumentException("timer period " + period + " must be above zero");
        }
        return nanos;
    }
}
