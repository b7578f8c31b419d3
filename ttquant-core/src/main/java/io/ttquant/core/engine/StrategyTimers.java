package io.ttquant.core.engine;

import io.ttquant.api.time.TimerEvent;
import io.ttquant.api.time.Timers;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A strategy's view of the engine's timers. */
final class StrategyTimers implements Timers {
    private final Engine engine;
    private final StrategySlot slot;
    private final @Nullable Consumer<TimerEvent> listener;
    private long nextId = 1;

    StrategyTimers(Engine engine, StrategySlot slot) {
        this(engine, slot, null);
    }

    /** @param listener who hears of the timers; null for the strategy itself */
    StrategyTimers(Engine engine, StrategySlot slot, @Nullable Consumer<TimerEvent> listener) {
        this.engine = engine;
        this.slot = slot;
        this.listener = listener;
    }

    void cancelAll() {
        if (listener != null) {
            engine.timers().cancelAll(slot, listener);
        }
    }

    @Override
    public long at(String name, long atNanos) {
        return add(name, Math.max(atNanos, engine.now()), 0);
    }

    @Override
    public long after(String name, Duration delay) {
        return at(name, Math.addExact(now(name), delay.toNanos()));
    }

    @Override
    public long every(String name, Duration period) {
        long nanos = positive(period);
        return add(name, Math.addExact(now(name), nanos), nanos);
    }

    @Override
    public long everyAligned(String name, Duration period) {
        long nanos = positive(period);
        return add(name, Math.addExact(Math.floorDiv(now(name), nanos) * nanos, nanos), nanos);
    }

    @Override
    public void cancel(long id) {
        engine.timers().cancel(slot, listener, id);
    }

    private long now(String name) {
        long now = engine.now();
        if (now == Long.MIN_VALUE) {
            throw new IllegalStateException("timer '" + name + "' of strategy " + slot.id
                    + " counts from now, and no time is known before the first event; start the engine at a time, or set the timer in a"
                    + " later callback");
        }
        return now;
    }

    private long add(String name, long dueNanos, long periodNanos) {
        TimerQueue.Timer timer = new TimerQueue.Timer(slot, name, nextId++, dueNanos, periodNanos, listener);
        engine.timers().add(timer);
        engine.dueAt(dueNanos);
        return timer.id;
    }

    private static long positive(Duration period) {
        long nanos = period.toNanos();
        if (nanos <= 0) {
            throw new IllegalArgumentException(
                    "timer period " + period + " must be above zero; give for example Duration.ofMinutes(1)");
        }
        return nanos;
    }
}
