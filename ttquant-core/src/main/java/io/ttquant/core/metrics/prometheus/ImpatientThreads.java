package io.ttquant.core.metrics.prometheus;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A few threads for the exchanges of an HTTP server, each of which is interrupted if it takes too long; that closes the channel on which it waits. The server of
 * the JDK has a limit of its own only as system properties, which are those of everybody in the process, and hands an exchange out after its head was read, so
 * that a half-sent request holds its thread for ever.
 */
final class ImpatientThreads implements Executor {
    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor watch;
    private final Duration patience;

    /**
     * None of them runs yet.
     *
     * @param most how many tasks run at a time; others wait
     * @param patience how long a task may run, not counting how long it waited
     */
    ImpatientThreads(String name, int most, Duration patience) {
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
        this.threads = Executors.newFixedThreadPool(most, factory);
        this.watch = new ScheduledThreadPoolExecutor(1, factory);
        this.watch.setRemoveOnCancelPolicy(true);
        this.patience = patience;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> limited(task));
    }

    /** A future interrupts its own task only, never the next one of the thread. */
    private void limited(Runnable task) {
        FutureTask<?> limited = new FutureTask<>(task, null);
        Future<?> limit = watch.schedule(() -> limited.cancel(true), patience.toMillis(), TimeUnit.MILLISECONDS);
        limited.run();
        limit.cancel(false);
    }

    void close() {
        threads.shutdownNow();
        watch.shutdownNow();
    }
}
