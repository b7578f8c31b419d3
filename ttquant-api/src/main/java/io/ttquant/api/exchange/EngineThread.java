package io.ttquant.api.exchange;

import io.ttquant.api.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The thread on which an engine thinks. I/O threads hand their bytes to it, and all waiting is a timer of it. Its clock is monotone, so
 * that a step of the wall clock neither shortens nor stretches a wait.
 */
public interface EngineThread extends Executor, Clock {
    /**
     * Runs a task on the engine's thread after those that were handed over before. May be called from any thread, and returns at once; after
     * the end of the engine the task is dropped.
     */
    @Override
    void execute(Runnable task);

    /**
     * Runs a task on the engine's thread once a delay has passed; equal times in the order in which they were asked for. To be called on the
     * engine's thread.
     *
     * @param delay not negative; zero means as soon as possible, yet not before this call returns
     */
    Timeout schedule(Duration delay, Runnable task);

    /**
     * The lane that overtakes this one: for what is known of orders, and for what reduces risk. Each lane keeps its order, between the two there is
     * none. The same thread where there is one lane only.
     */
    default EngineThread first() {
        return this;
    }

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Timeout {
        /** Takes the task back. Without effect once it ran. To be called on the engine's thread, after which it certainly does not run. */
        void cancel();
    }
}
