package io.ttquant.core.metrics;

import io.ttquant.api.storage.StorageMeter;

/** The series of a store. */
final class StoreSeries {
    private StoreSeries() {}

    static void describe(String id, StorageMeter store, SeriesSet series) {
        series.add(StoreMeters.UP, () -> store.isUp() ? 1 : 0, id);
        series.add(StoreMeters.QUEUE, store::queued, id);
        series.add(StoreMeters.QUEUE_CAPACITY, store::queueCapacity, id);
        series.add(StoreMeters.QUEUE_RATIO, store::queueFill, id);
        series.add(StoreMeters.ROWS, store::stored, id);
        series.add(StoreMeters.BATCHES, store::batches, id);
        series.addHistogram(StoreMeters.WRITE_TIME, store::writeTimes, id);
        series.add(StoreMeters.ERRORS, store::errors, id);
        series.add(StoreMeters.UNKNOWN, store::unknownOutcomes, id);
        series.add(StoreMeters.REFUSED, store::refused, id);
        series.add(StoreMeters.SPOOL, store::spoolBytes, id);
        series.add(StoreMeters.SPOOL_CAPACITY, store::spoolLimitBytes, id);
        series.add(StoreMeters.SPOOL_AGE, () -> store.oldestNanos() / 1e9, id);
    }
}
