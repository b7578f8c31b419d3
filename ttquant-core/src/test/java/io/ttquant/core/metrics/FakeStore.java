package io.ttquant.core.metrics;

import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.api.storage.StorageState;

/** A store that tells figures which nothing else has. */
final class FakeStore implements StorageMeter {
    private final boolean isUp;

    FakeStore() {
        this(true);
    }

    FakeStore(boolean isUp) {
        this.isUp = isUp;
    }

    @Override
    public StorageState state() {
        return new StorageState(11, 21_000_000_000L, 13, 1, 2, "it is slow, which is not down");
    }

    @Override
    public boolean isUp() {
        return isUp;
    }

    @Override
    public long queueCapacity() {
        return 12;
    }

    @Override
    public double queueFill() {
        return 0.22;
    }

    @Override
    public long batches() {
        return 14;
    }

    @Override
    public Distribution writeTimes() {
        return Distribution.of(new double[] {1}, new long[] {3, 4}, 15);
    }

    @Override
    public long errors() {
        return 16;
    }

    @Override
    public long unknownOutcomes() {
        return 17;
    }

    @Override
    public long refused() {
        return 18;
    }

    @Override
    public long spoolBytes() {
        return 19;
    }

    @Override
    public long spoolLimitBytes() {
        return 20;
    }
}
