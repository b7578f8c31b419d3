package io.ttquant.backtest.junit;

import io.ttquant.core.matching.LatencyModel;

/** The latency of another model, but that one command fails. It counts, so it serves one run. */
final class FailingLatency implements LatencyModel {
    private final LatencyModel model;
    private final int failing;
    private int commands;

    FailingLatency(LatencyModel model, int failing) {
        this.model = model;
        this.failing = failing;
    }

    @Override
    public boolean isDrawn() {
        return model.isDrawn();
    }

    @Override
    public long entryNanos(long nowNanos, long draw, long feedNanos) {
        long nanos = model.entryNanos(nowNanos, draw, feedNanos);
        return ++commands == failing ? -Math.max(1, Math.abs(nanos)) : nanos;
    }

    @Override
    public long acknowledgementNanos(long nowNanos, long draw, long feedNanos) {
        return model.acknowledgementNanos(nowNanos, draw, feedNanos);
    }

    @Override
    public String describe() {
        return model.describe() + "; command " + failing + " fails on its way";
    }
}
