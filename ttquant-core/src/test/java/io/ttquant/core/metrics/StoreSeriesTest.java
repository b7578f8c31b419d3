package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreSeriesTest {
    @Test
    void aStoreIsShownByWhatItsMeterSays() {
        SeriesSet series = new SeriesSet(Map.of(Labels.ENGINE, "sim"), 10);
        StoreSeries.describe("fake", new FakeStore(), series);
        StoreSeries.describe("other", new FakeStore(false), series);
        Shown shown = new Shown(series.metrics());

        assertThat(shown.value(StoreMeters.UP, "store", "fake")).isEqualTo(1);
        assertThat(shown.value(StoreMeters.UP, "store", "other")).isZero();
        assertThat(shown.value(StoreMeters.QUEUE, "store", "fake")).isEqualTo(11);
        assertThat(shown.value(StoreMeters.QUEUE_CAPACITY, "store", "fake")).isEqualTo(12);
        assertThat(shown.value(StoreMeters.QUEUE_RATIO, "store", "fake")).isEqualTo(0.22);
        assertThat(shown.value(StoreMeters.ROWS, "store", "fake")).isEqualTo(13);
        assertThat(shown.value(StoreMeters.BATCHES, "store", "fake")).isEqualTo(14);
        assertThat(shown.value(StoreMeters.WRITE_TIME, "store", "fake")).isEqualTo(7);
        assertThat(shown.value(StoreMeters.ERRORS, "store", "fake")).isEqualTo(16);
        assertThat(shown.value(StoreMeters.UNKNOWN, "store", "fake")).isEqualTo(17);
        assertThat(shown.value(StoreMeters.REFUSED, "store", "fake")).isEqualTo(18);
        assertThat(shown.value(StoreMeters.SPOOL, "store", "fake")).isEqualTo(19);
        assertThat(shown.value(StoreMeters.SPOOL_CAPACITY, "store", "fake")).isEqualTo(20);
        assertThat(shown.value(StoreMeters.SPOOL_AGE, "store", "fake")).isEqualTo(21);
        assertThat(shown.distribution(StoreMeters.WRITE_TIME, "store", "fake").sum())
                .isEqualTo(15);
    }
}
