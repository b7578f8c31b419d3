package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.ENGINE;
import static io.ttquant.core.metrics.Labels.STORE;

import java.util.List;

/** Meters of a store; none without one. */
final class StoreMeters {
    static final Meter UP = Meter.each(
            "ttquant_store_up", "flag", "1 while the store takes what is written, 0 while it does not.", ENGINE, STORE);
    static final Meter QUEUE =
            Meter.sum("ttquant_store_queue_depth", "rows", "Rows that wait to be written.", ENGINE, STORE);
    static final Meter QUEUE_CAPACITY =
            Meter.sum("ttquant_store_queue_capacity", "rows", "Rows that may wait in memory.", ENGINE, STORE);
    static final Meter ROWS = Meter.counter("ttquant_store_rows_total", "rows", "Rows written.", ENGINE, STORE);
    static final Meter BATCHES =
            Meter.counter("ttquant_store_batches_total", "batches", "Batches written.", ENGINE, STORE);
    static final Meter WRITE_TIME = Meter.histogram(
            "ttquant_store_write_seconds", "Time that a batch took to be written and committed.", ENGINE, STORE);
    static final Meter ERRORS = Meter.counter(
            "ttquant_store_errors_total", "errors", "Batches that the store did not take at once.", ENGINE, STORE);
    static final Meter UNKNOWN = Meter.counter(
            "ttquant_store_unknown_commits_total",
            "batches",
            "Batches of which it was unknown whether they were committed, and which were written again.",
            ENGINE,
            STORE);
    static final Meter REFUSED = Meter.counter(
            "ttquant_store_refused_rows_total",
            "rows",
            "Rows that were not kept, since queue and spool were full.",
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
