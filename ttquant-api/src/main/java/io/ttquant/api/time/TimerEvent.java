package io.ttquant.api.time;

/**
 * A timer that came due.
 *
 * @param id the id that {@link Timers} gave out
 * @param name the name it was set with
 * @param dueNanos when it was to fire; in a live run the clock may already be a little later
 */
public record TimerEvent(long id, String name, long dueNanos) {}
