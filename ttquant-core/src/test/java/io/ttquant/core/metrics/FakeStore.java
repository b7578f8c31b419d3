package io.ttquant.core.metrics;

import io.ttquant.api.metrics.Distribution;

/** A store that tells figures which nothing else has. */
final class FakeStore implements StoreFigures {
    @Override
    public String store() {
        return "fake";
    }

    @Override
    public boolean isUp() {
        return true;
    }

    @Override
    public long queued() {
        return 11;
    }

    @Override
    public long queueCapacity() {
        return 12;
    }

    @Override
    public long rows() {
        return 13;
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
    public long unknownCommits() {
        return 17;
    }

    @Override
    public long refusedRows() {
        return 18;
    }

    @Override
    public long spoolBytes() {
        return 19;
    }

    @Override
    public long spoolCapacityBytes() {
        return 20;
    }

    @Override
    public long spoolAgeNanos() {
        return 21_000_000_000L;
    }
}
