package io.ttquant.core.metrics;

import io.ttquant.api.metrics.Distribution;

/** What a store tells of itself, for metrics. Asked from any thread at any time; an answer may be a little behind. */
public interface StoreFigures {
    /** Its id, such as {@code sqlite}. */
    String store();

    /** Whether it takes what is written. */
    boolean isUp();

    /** Rows that wait in memory to be written. */
    long queued();

    /** Rows that may wait in memory. */
    long queueCapacity();

    /** Rows written so far. */
    long rows();

    /** Batches written so far. */
    long batches();

    /** How long batches took to be written and committed, in seconds; {@link io.ttquant.core.counter.Durations} counts them. */
    Distribution writeTimes();

    /** Batches that the store did not take at once, so far. */
    long errors();

    /** Batches of which it was unknown whether they were committed, so far. */
    long unknownCommits();

    /** Rows that were not kept, since queue and spool were full, so far. */
    long refusedRows();

    /** Bytes on disk that wait for the store. */
    long spoolBytes();

    /** The most bytes that may wait on disk. */
    long spoolCapacityBytes();

    /** Age of the oldest row that the store does not have yet, nanoseconds; 0 if it has all. */
    long spoolAgeNanos();
}
