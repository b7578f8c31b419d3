package io.ttquant.core.config;

import io.ttquant.core.matching.LatencyModel;

/** Stands for recorded latencies whose file nobody has read, so that no run goes on without them. */
record UnreadLatency(String file) implements LatencyModel {
    @Override
    public long entryNanos(long nowNanos, long draw, long feedNanos) {
        throw unread();
    }

    @Override
    public long acknowledgementNanos(long nowNanos, long draw, long feedNanos) {
        throw unread();
    }

    private IllegalStateException unread() {
        return new IllegalStateException("the recorded latencies of " + file
                + " were not read; read them and give them with BacktestSettings.withRecorded");
    }

    @Override
    public String describe() {
        return "recorded in " + file + ", which was not read";
    }
}
