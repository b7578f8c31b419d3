package io.ttquant.exchanges.emulator.exchange;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/** What is due when. Time is that of the clock as last looked at, never goes back, and while a task runs it is the moment at which it was due. */
final class Agenda {
    private static final Comparator<Task> ORDER =
            Comparator.<Task>comparingLong(task -> task.time).thenComparingLong(task -> task.sequence);

    private final LongSupplier clock;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(ORDER);
    private long now;
    private long sequence;
    private boolean isRunning;

    Agenda(LongSupplier clock) {
        this.clock = clock;
        now = clock.getAsLong();
    }

    long now() {
        return now;
    }

    OptionalLong nextDue() {
        while (!tasks.isEmpty() && tasks.peek().isCancelled) {
            tasks.remove();
        }
        return tasks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(tasks.peek().time);
    }

    Task at(long time, Runnable action) {
        Task task = new Task(Math.max(time, now), sequence++, action);
        tasks.add(task);
        return task;
    }

    /** Runs what is due by the clock, and {@code after} behind each. A task that looks at the clock itself does not start others. */
    void catchUp(Runnable after) {
        if (isRunning) {
            return;
        }
        isRunning = true;
        try {
            long target = Math.max(now, clock.getAsLong());
            for (Task next = tasks.peek(); next != null && next.time <= target; next = tasks.peek()) {
                tasks.remove();
                if (!next.isCancelled) {
                    now = Math.max(now, next.time);
                    next.action.run();
                    after.run();
                }
            }
            now = target;
        } finally {
            isRunning = false;
        }
    }

    static final class Task {
        private final long time;
        private final long sequence;
        private final Runnable action;
        private boolean isCancelled;

        private Task(long time, long sequence, Runnable action) {
            this.time = time;
            this.sequence = sequence;
            this.action = action;
        }

        long time() {
            return time;
        }

        void cancel() {
            isCancelled = true;
        }
    }
}
