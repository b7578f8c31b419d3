package io.ttquant.api.storage;

import io.ttquant.api.metrics.Distribution;

/** The figures of a storage, for metrics. Reading one costs a few nanoseconds and is safe from any thread; they are not of one moment. */
public interface StorageMeter {
    /** How writing stands. */
    StorageState state();

    /** Whether the store takes what is written: not from a failure until it takes something again, nor while it keeps a batch for long. */
    default boolean isUp() {
        return state().trouble().isEmpty();
    }

    /** Entries that were given and are not in the store yet, wherever they wait. */
    default long queued() {
        return state().queued();
    }

    /** How long the oldest of them has waited, nanoseconds; 0 if none waits. Also counts from before a restart. */
    default long oldestNanos() {
        return state().oldestNanos();
    }

    /** How many entries may wait in the queues. */
    default long queueCapacity() {
        return 0;
    }

    /** How full the fuller of the queues is, 0 to 1. At 1 entries are refused. */
    default double queueFill() {
        return 0;
    }

    /** Entries that were lost because the queue was full, or could not be kept as they were. Above 0 is an alarm. */
    default long refused() {
        return 0;
    }

    /** Entries stored. */
    default long stored() {
        return state().stored();
    }

    /** Entries whose key was known. */
    default long repeated() {
        return state().repeated();
    }

    /** Entries among those with another content than the one kept. */
    default long conflicts() {
        return state().conflicts();
    }

    /** Batches written. */
    default long batches() {
        return 0;
    }

    /** How many entries the last batch had. */
    default long lastBatch() {
        return 0;
    }

    /** Time spent in writing batches that were written, nanoseconds. */
    default long writeNanos() {
        return 0;
    }

    /** How long each batch that was written took to be written and committed, in seconds. */
    default Distribution writeTimes() {
        return Distribution.EMPTY;
    }

    /** The longest time that a batch took, nanoseconds. */
    default long longestWriteNanos() {
        return 0;
    }

    /** Attempts to write a batch that failed, or whose outcome was not known. */
    default long errors() {
        return 0;
    }

    /** Attempts among those after which it was not known whether the store had the batch; it was given again. */
    default long unknownOutcomes() {
        return 0;
    }

    /** How often the database was connected to for writing. */
    default long connections() {
        return 0;
    }

    /** What the spool has on disk, bytes. */
    default long spoolBytes() {
        return 0;
    }

    /** What it may have, bytes. */
    default long spoolLimitBytes() {
        return 0;
    }

    /** Entries that went through the spool. */
    default long spooled() {
        return 0;
    }

    /** Attempts to write to the spool that failed. */
    default long spoolErrors() {
        return 0;
    }
}
