package io.ttquant.core.engine;

/** Measures how long callbacks take and how late timers are. Called on the engine's thread, around everything that strategies do: it must cost next to nothing. */
public interface EngineWatch {
    /** The time now, epoch nanoseconds, never going back. */
    long nanos();

    /**
     * A callback of a strategy has returned.
     *
     * @param strategy its place among the strategies, in the order in which the engine was given them
     * @param tookNanos how long it took
     */
    void callback(int strategy, long tookNanos);

    /**
     * A timer fires.
     *
     * @param lateNanos how long after it was due
     */
    void timer(long lateNanos);
}
