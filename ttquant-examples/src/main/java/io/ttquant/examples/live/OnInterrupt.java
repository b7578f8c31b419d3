package io.ttquant.examples.live;

import java.time.Duration;

/** Takes what a process does when it is told to end, by Ctrl-C or a signal to terminate. */
@FunctionalInterface
public interface OnInterrupt {
    /** How long the threads of a job have to end in order, all of them together. */
    Duration STOPPING = Duration.ofSeconds(15);

    /** How long a job then has for its last lines, beside the time that it needs to {@linkplain #closing close} what it has. */
    Duration LAST_LINES = Duration.ofSeconds(10);

    /** Takes what ends a job in order; it returns once all threads have ended, or were given {@link #STOPPING}. */
    void accept(Runnable stop);

    /** Is told how long the job may wait for its store when it closes it. Whoever says nothing needs no time for that. */
    default void closing(Duration most) {}

    /** How long all of it takes at most, after which the process is ended whatever it does; a supervisor leaves it a little more. */
    static Duration longest(Duration closing) {
        return STOPPING.plus(closing).plus(LAST_LINES);
    }
}
