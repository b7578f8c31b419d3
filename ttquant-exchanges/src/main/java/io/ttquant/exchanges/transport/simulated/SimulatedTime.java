package io.ttquant.exchanges.transport.simulated;

import io.ttquant.api.exchange.EngineThread;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * An engine's thread whose time is made up: the thread that calls {@link #run} works off tasks in the order of their time, and the clock
 * jumps from one to the next. To be used by one thread.
 */
public final class SimulatedTime implements EngineThread {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            Comparator.<Task>comparingLong(task -> task.dueNanos).thenComparingLong(task -> task.sequence));
    private long nanos;
    private long sequence;

    /** A time that begins at the given nanoseconds since the epoch. */
    public SimulatedTime(long startNanos) {
        this.nanos = startNanos;
    }

    @Override
    public void execute(Runnable work) {
        schedule(Duration.ZERO, work);
    }

    /** @throws IllegalArgumentException if the delay is negative */
    @Override
    public Timeout schedule(Duration delay, Runnable work) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay is " + delay + ", but must not be negative");
        }
        Task task = new Task(Math.addExact(nanos, delay.toNanos()), sequence++, work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /** Works off what is due during the next stretch of time, at whose end the clock stands afterwards. */
    public void run(Duration stretch) {
        long end = Math.addExact(nanos, stretch.toNanos());
        for (Task task = tasks.peek(); task != null && task.dueNanos <= end; task = tasks.peek()) {
            tasks.remove();
            nanos = task.dueNanos;
            task.work.run();
        }
        nanos = end;
    }

    /** Tasks that wait for their time: constant over a long run, or something is never taken back. */
    public int pending() {
        return tasks.size();
    }

    private static final class Task {
        private final long dueNanos;
        private final long sequence;
        private final Runnable work;

        Task(long dueNanos, long sequence, Runnable work) {
            this.dueNanos = dueNanos;
            this.sequence = sequence;
            this.work = work;
        }
    }
}
