package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.api.exchange.EngineThread;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An engine's thread for tests on real sockets. */
final class EngineLoop implements EngineThread, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "engine-of-the-test"));

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    @Override
    public Timeout schedule(Duration delay, Runnable task) {
        ScheduledFuture<?> waiting = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    boolean isCurrent() {
        return Thread.currentThread().getName().equals("engine-of-the-test");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
