package io.ttquant.api.time;

import java.time.Duration;

/**
 * One-shot and repeating timers on the engine's clock. Timers fire in the order of their time, equal times in the order in
 * which they were set, before any market event of the same or a later time.
 */
public interface Timers {
    /**
     * Sets a one-shot timer.
     *
     * @param name the name that {@link TimerEvent#name()} will carry
     * @param atNanos when to fire; a time not after now fires at once, before the next market event
     * @return an id for {@link #cancel}
     */
    long at(String name, long atNanos);

    /** Sets a one-shot timer {@code delay} from now. */
    long after(String name, Duration delay);

    /**
     * Sets a repeating timer. It fires first one period from now, then at exact multiples, whatever the callbacks take.
     *
     * @throws IllegalArgumentException if the period is not positive
     */
    long every(String name, Duration period);

    /**
     * Sets a repeating timer aligned to the clock: {@code everyAligned("hour", Duration.ofHours(1))} fires at full hours UTC.
     *
     * @throws IllegalArgumentException if the period is not positive
     */
    long everyAligned(String name, Duration period);

    /** Cancels a timer; unknown or already fired ids are ignored, so a callback may cancel freely. */
    void cancel(long id);
}
