package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.ENGINE;
import static io.ttquant.core.metrics.Labels.STORE;

import java.util.List;

/** Meters of a store; none without one. */
final class StoreMeters {
    static final Meter UP = Meter.each(
            "ttquant_store_up", "flag", "1 while the store takes what is written, 0 while it does not.", ENGINE, STORE);
    static final Meter QUEUE =
            Meter.sum("ttquant_store_queue_depth", "rows", "Rows that the store does not have yet.", ENGINE, STORE);
    static final Meter QUEUE_CAPACITY =
            Meter.sum("ttquant_store_queue_capacity", "rows", "Rows that may wait in the queues.", ENGINE, STORE);
    static final Meter QUEUE_RATIO = Meter.most(
            "ttquant_store_queue_ratio",
            "ratio",
            "How full the fuller of the queues is; at 1 rows are refused.",
            ENGINE,
            STORE);
    static final Meter ROWS = Meter.counter("ttquant_store_rows_total", "rows", "Rows written.", ENGINE, STORE);
    static final Meter BATCHES =
            Meter.counter("ttquant_store_batches_total", "batches", "Batches written.", ENGINE, STORE);
    static final Meter WRITE_TIME = Meter.histogram(
            "ttquant_store_write_seconds", "Time that a batch took to be written and committed.", ENGINE, STORE);
    static final Meter ERRORS = Meter.counter(
            "ttquant_store_errors_total",
            "errors",
            "Attempts to write a batch that failed, or whose outcome was not known.",
            ENGINE,
            STORE);
    static final Meter UNKNOWN = Meter.counter(
            "ttquant_store_unknown_commits_total",
            "batches",
            "Batches of which it was unknown whether they were committed, and which were written again.",
            ENGINE,
            STORE);
    static final Meter REFUSED = Meter.counter(
            "ttquant_store_refused_rows_total",
            "rows",
            "Rows that were not kept: the queues were full, or a row could not be stored as it was.",
            ENGINE,
            STORE);
    static final Meter SPOOL =
            Meter.sum("ttquant_store_spool_bytes", "bytes", "Size of what waits on disk for the store.", ENGINE, STORE);
    static final Meter SPOOL_CAPACITY =
            Meter.sum("ttquant_store_spool_capacity_bytes", "bytes", "The most that may wait on disk.", ENGINE, STORE);
    static final Meter SPOOL_AGE = Meter.most(
            "ttquant_store_spool_age_seconds",
            "seconds",
            "Age of the oldest row that the store does not have yet; 0 if it has all.",
            ENGINE,
            STORE);

    static final List<Meter> ALL = List.of(
            UP,
            QUEUE,
            QUEUE_CAPACITY,
            QUEUE_RATIO,
            ROWS,
            BATCHES,
            WRITE_TIME,
            ERRORS,
            UNKNOWN,
            REFUSED,
            SPOOL,
            SPOOL_CAPACITY,
            SPOOL_AGE);

    private StoreMeters() {}
}
