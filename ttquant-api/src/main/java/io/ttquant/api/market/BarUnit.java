package io.ttquant.api.market;

/** What ends a bar. */
public enum BarUnit {
    /** An interval of time, aligned to the epoch in UTC; the step is in nanoseconds. */
    TIME,
    /** A number of trades or quotes. */
    TICK,
    /** A quantity traded, in units of the base currency. */
    VOLUME,
    /** A value traded, in units of the quote currency. */
    VALUE
}
