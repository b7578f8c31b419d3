package io.ttquant.core.metrics;

import io.ttquant.core.counter.Level;
import java.time.Duration;

/**
 * A value over time: its drawdown, and its returns by period. On the engine's thread; what it shows may be read from any other. Money that came from outside is
 * neither profit nor loss.
 */
final class ValueCurve {
    private final long periodNanos;
    private final ReturnSeries returns;
    final Level drawdown = new Level();
    final Level maxDrawdown = new Level();
    final Level drawdownRatio = new Level();
    final Level maxDrawdownRatio = new Level();
    private double peak = Double.NaN;
    private double worst;
    private double worstRatio;
    private long nextNanos = Long.MIN_VALUE;
    private double periodStart = Double.NaN;
    private double periodBase = Double.NaN;

    ValueCurve(Duration period, int most) {
        this.periodNanos = period.toNanos();
        this.returns = new ReturnSeries(most);
    }

    ReturnSeries returns() {
        return returns;
    }

    /** Money came from outside, or went there if it is negative. */
    void received(double amount) {
        peak += amount;
        periodStart += amount;
    }

    /**
     * The value at a time; NaN is passed over.
     *
     * @param base what a change is a part of in a return, at the start of a period
     */
    void look(long nowNanos, double value, double base) {
        if (Double.isNaN(value)) {
            return;
        }
        peak = Double.isNaN(peak) ? value : Math.max(peak, value);
        worst = Math.max(worst, peak - value);
        drawdown.set(peak - value);
        maxDrawdown.set(worst);
        if (peak > 0) {
            worstRatio = Math.max(worstRatio, (peak - value) / peak);
            drawdownRatio.set((peak - value) / peak);
            maxDrawdownRatio.set(worstRatio);
        }
        if (nowNanos >= nextNanos) {
            endPeriod(nowNanos, value, base);
        }
    }

    private void endPeriod(long nowNanos, double value, double base) {
        boolean isFirst = nextNanos == Long.MIN_VALUE;
        // From the first look on, so that the first period is a whole one too.
        long begun = isFirst ? nowNanos : nextNanos + Math.floorDiv(nowNanos - nextNanos, periodNanos) * periodNanos;
        // A return over more than a period, as after the machine slept, is no return of a period.
        boolean isWhole = !isFirst && begun == nextNanos;
        if (isWhole && periodBase > 0) {
            returns.add((value - periodStart) / periodBase);
        }
        nextNanos = begun + periodNanos;
        periodStart = value;
        periodBase = base;
    }
}
