package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.time.EpochNanos;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The engine's thread of a suite: the thread of the test. Tasks, which may come from any thread, wait until the world goes on, and time passes only then. Tasks come
 * before timers, as in an engine that was busy meanwhile, so that a timer may be late and is never early.
 */
final class DeskThread implements EngineThread {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Waiting> timers =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::dueNanos).thenComparingLong(Waiting::number));
    private long nanos;
    private long lastNumber;

    DeskThread(long startNanos) {
        this.nanos = startNanos;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Timeout schedule(Duration delay, Runnable task) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay of " + delay + " lies in the past; use zero for at once");
        }
        Waiting waiting = new Waiting(Math.addExact(nanos, EpochNanos.of(delay)), ++lastNumber, task);
        timers.add(waiting);
        return () -> timers.remove(waiting);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /** It is this time now: does what waits, and what is due. What that asks for at once is done the next time. */
    void advanceTo(long now) {
        nanos = now;
        long newest = lastNumber;
        for (int left = tasks.size(); left > 0; left--) {
            tasks.remove().run();
        }
        for (Waiting next = timers.peek(); next != null && next.isDue(now, newest); next = timers.peek()) {
            timers.remove();
            next.task().run();
        }
    }

    private record Waiting(long dueNanos, long number, Runnable task) {
        boolean isDue(long nowNanos, long newest) {
            return dueNanos <= nowNanos && number <= newest;
        }
    }
}
