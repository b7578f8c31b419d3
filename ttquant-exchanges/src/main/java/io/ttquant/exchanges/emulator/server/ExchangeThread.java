package io.ttquant.exchanges.emulator.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which a local exchange and its fronts work, in real time. */
public final class ExchangeThread implements Turns, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService executor;

    /** Starts one; it does not keep the JVM alive. */
    public ExchangeThread() {
        executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ttquant-local-exchange");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Work that comes after {@link #close} is dropped. */
    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(guarded(work));
        } catch (RejectedExecutionException closed) {
            LOG.trace("Dropped, since the exchange is closed");
        }
    }

    @Override
    public void after(Duration delay, Runnable work) {
        try {
            Future<?> unused = executor.schedule(guarded(work), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.trace("Dropped, since the exchange is closed");
        }
    }

    /**
     * Does something on the exchange's thread and waits for it: how other threads look at an exchange that runs.
     *
     * @throws IllegalStateException if it fails, or the exchange is closed, with the cause
     */
    public <T> T ask(Supplier<T> question) {
        try {
            return executor.submit(question::get).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the exchange answers", interrupted);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException("the exchange failed: " + failed.getCause(), failed.getCause());
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("the exchange is closed: open another", closed);
        }
    }

    /** Ends the thread when what it does now is done; what waits is dropped. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The exchange's thread still works after {}", PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | AssertionError failed) {
                LOG.error("The local exchange failed at something; it goes on with the next", failed);
            }
        };
    }
}
