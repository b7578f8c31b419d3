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
    private final RunSamples samples;
    private boolean isDemanded;
    private long nextNanos = Long.MIN_VALUE;

    EquitySampler(Ledger ledger, RunSamples samples, long intervalNanos) {
        this.ledger = ledger;
        this.samples = samples;
        this.intervalNanos = intervalNanos;
    }

    EquityCurve curve() {
        return curve;
    }

    RunSamples samples() {
        return samples;
    }

    /** The sample before anything happens. */
    void begin(long nowNanos) {
        if (nowNanos != Long.MIN_VALUE) {
            sample(nowNanos);
        }
    }

    /** The sample after everything happened. */
    void end(long nowNanos) {
        sampleEquity(nowNanos);
        samples.end(nowNanos);
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

    void beforeAdvance(long nowNanos, long nextNanos) {
        if (isDemanded) {
            sample(nowNanos);
        }
        samples.marks().leave(nowNanos, nextNanos);
    }

    private void sample(long nowNanos) {
        sampleEquity(nowNanos);
        samples.offer(nowNanos);
    }

    private void sampleEquity(long nowNanos) {
        isDemanded = false;
        long rawEquity = ledger.rawEquity();
        if (rawEquity != Ledger.UNKNOWN) {
            if (!curve.hasStart()) {
                curve.start(ledger.rawStartEquity());
            }
            curve.add(nowNanos, rawEquity);
        }
    }
}
