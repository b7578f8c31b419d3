package io.ttquant.exchanges.transport.okhttp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one network: one for each request under way and each open WebSocket. */
final class IoThreads {
    private static final int IDLE_SECONDS = 10;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::create);

    ExecutorService executor() {
        return executor;
    }

    /** Interrupts all and waits for their end. */
    void end(long seconds) {
        executor.shutdownNow();
        try {
            executor.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread create(Runnable work) {
        Thread thread = new Thread(work, "ttquant-network-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
