package io.ttquant.core.engine;

import io.ttquant.core.portfolio.Ledger;

/**
 * Samples equity once all that an instant ended is settled: after each bar of a data source, before the next one opens, and at intervals while
 * ticks come.
 */
final class EquitySampler {
    private final Ledger ledger;
    private final long intervalNanos;
    private final EquityCurve curve = new EquityCurve();
    private boolean isDemanded;
    private long nextNanos = Long.MIN_VALUE;

    EquitySampler(Ledger ledger, long intervalNanos) {
        this.ledger = ledger;
        this.intervalNanos = intervalNanos;
    }

    EquityCurve curve() {
        return curve;
    }

    void demand() {
        isDemanded = true;
    }

    void tick(long nowNanos) {
        if (nowNanos >= nextNanos) {
            nextNanos = Math.floorDiv(nowNanos, intervalNanos) * intervalNanos + intervalNanos;
            isDemanded = true;
        }
    }

    void beforeAdvance(long nowNanos) {
        if (isDemanded) {
            sample(nowNanos);
        }
    }

    void sample(long nowNanos) {
        isDemanded = false;
        curve.add(nowNanos, ledger.rawEquity());
    }
}
