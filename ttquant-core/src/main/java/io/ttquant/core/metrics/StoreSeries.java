package io.ttquant.core.metrics;

/** The series of a store. */
final class StoreSeries {
    private StoreSeries() {}

    static void describe(StoreFigures store, SeriesSet series) {
        String id = store.store();
        series.add(StoreMeters.UP, () -> store.isUp() ? 1 : 0, id);
        series.add(StoreMeters.QUEUE, store::queued, id);
        series.add(StoreMeters.QUEUE_CAPACITY, store::queueCapacity, id);
        series.add(StoreMeters.ROWS, store::rows, id);
        series.add(StoreMeters.BATCHES, store::batches, id);
        series.addHistogram(StoreMeters.WRITE_TIME, store::writeTimes, id);
        series.add(StoreMeters.ERRORS, store::errors, id);
        series.add(StoreMeters.UNKNOWN, store::unknownCommits, id);
        series.add(StoreMeters.REFUSED, store::refusedRows, id);
        series.add(StoreMeters.SPOOL, store::spoolBytes, id);
        series.add(StoreMeters.SPOOL_CAPACITY, store::spoolCapacityBytes, id);
        series.add(StoreMeters.SPOOL_AGE, () -> store.spoolAgeNanos() / 1e9, id);
    }
}
