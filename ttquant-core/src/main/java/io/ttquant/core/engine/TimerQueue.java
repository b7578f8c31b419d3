package io.ttquant.core.engine;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.api.time.TimerEvent;
import io.ttquant.core.counter.Counter;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Timers in a binary heap on (time, sequence): equal times fire in the order in which they were set. */
final class TimerQueue {
    private Timer[] heap = new Timer[16];
    private int size;
    private long sequence;
    private final Counter fired = new Counter();
    private @Nullable EngineWatch watch;

    /** A timer; {@code periodNanos} 0 for one-shot. */
    static final class Timer {
        final StrategySlot owner;
        final String name;
        final long id;
        final long periodNanos;
        final @Nullable Consumer<TimerEvent> listener;
        long dueNanos;
        long sequence;
        boolean isCancelled;

        Timer(StrategySlot owner, String name, long id, long dueNanos, long periodNanos) {
            this(owner, name, id, dueNanos, periodNanos, null);
        }

        /** @param listener who hears of it; null for the owner itself */
        Timer(
                StrategySlot owner,
                String name,
                long id,
                long dueNanos,
                long periodNanos,
                @Nullable Consumer<TimerEvent> listener) {
            this.listener = listener;
            this.owner = owner;
            this.name = name;
            this.id = id;
            this.dueNanos = dueNanos;
            this.periodNanos = periodNanos;
        }

        private boolean isBefore(Timer other) {
            return dueNanos < other.dueNanos || (dueNanos == other.dueNanos && sequence < other.sequence);
        }
    }

    long nextDueNanos() {
        dropCancelled();
        return size == 0 ? EpochNanos.NEVER : heap[0].dueNanos;
    }

    /** Measures how late timers fire; nobody if it is null. */
    void watchedBy(@Nullable EngineWatch by) {
        watch = by;
    }

    Counter fired() {
        return fired;
    }

    /** How many are set and not cancelled. */
    int pending() {
        int pending = 0;
        for (int i = 0; i < size; i++) {
            pending += heap[i].isCancelled ? 0 : 1;
        }
        return pending;
    }

    void add(Timer timer) {
        timer.sequence = sequence++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        heap[size] = timer;
        siftUp(size++);
    }

    /** Tells a timer's strategy that it is due, and sets it again if it comes again. */
    void fire(Timer timer) {
        fired.increment();
        if (watch != null) {
            watch.timer(watch.nanos() - timer.dueNanos);
        }
        TimerEvent event = new TimerEvent(timer.id, timer.name, timer.dueNanos);
        if (timer.periodNanos > 0 && timer.owner.state().isListening()) {
            timer.dueNanos = Math.addExact(timer.dueNanos, timer.periodNanos);
            add(timer);
        }
        if (timer.listener == null) {
            timer.owner.timer(event);
        } else if (timer.owner.state().isListening()) {
            timer.listener.accept(event);
        }
    }

    /** Removes and returns the first timer due at or before {@code nowNanos}; null if there is none. */
    @Nullable
    Timer poll(long nowNanos) {
        dropCancelled();
        return size == 0 || heap[0].dueNanos > nowNanos ? null : removeFirst();
    }

    void cancel(StrategySlot owner, @Nullable Consumer<TimerEvent> listener, long id) {
        for (int i = 0; i < size; i++) {
            if (heap[i].id == id && heap[i].owner == owner && heap[i].listener == listener) {
                heap[i].isCancelled = true;
            }
        }
    }

    void cancelAll(StrategySlot owner, Consumer<TimerEvent> listener) {
        for (int i = 0; i < size; i++) {
            if (heap[i].owner == owner && heap[i].listener == listener) {
                heap[i].isCancelled = true;
            }
        }
    }

    void cancelAll(StrategySlot owner) {
        for (int i = 0; i < size; i++) {
            if (heap[i].owner == owner) {
                heap[i].isCancelled = true;
            }
        }
    }

    private void dropCancelled() {
        while (size > 0 && heap[0].isCancelled) {
            removeFirst();
        }
    }

    @SuppressWarnings("NullAway") // the freed slot is never read again before it is overwritten
    private Timer removeFirst() {
        Timer first = heap[0];
        size--;
        heap[0] = heap[size];
        heap[size] = null;
        siftDown();
        return first;
    }

    private void siftUp(int start) {
        int i = start;
        Timer timer = heap[i];
        while (i > 0 && timer.isBefore(heap[(i - 1) >>> 1])) {
            heap[i] = heap[(i - 1) >>> 1];
            i = (i - 1) >>> 1;
        }
        heap[i] = timer;
    }

    private void siftDown() {
        if (size == 0) {
            return;
        }
        int i = 0;
        Timer timer = heap[0];
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(timer)) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = timer;
    }
}
