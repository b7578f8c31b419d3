package io.ttquant.core.live;

/** Measures the tasks of a loop. Called on the loop's thread, around each task: it must cost next to nothing. */
public interface LoopWatch {
    /** A task begins. */
    default void began() {}

    /**
     * The task has ended, with all that the engine did because of it.
     *
     * @param tookNanos how long it took
     */
    void ended(long tookNanos);
}
