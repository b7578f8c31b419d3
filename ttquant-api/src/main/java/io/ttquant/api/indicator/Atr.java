package io.ttquant.api.indicator;

import io.ttquant.api.market.Bar;

/**
 * Average true range: Wilder's smoothing, started with a simple average, of max(high, previous close) − min(low, previous close). The first bar, which
 * has no previous close, only provides one. Ready after n + 1 bars. J. Welles Wilder, 1978.
 */
public final class Atr implements Indicator {
    private final Ema average;
    private double previousClose = Double.NaN;

    private Atr(int period) {
        this.average = Ema.wilder(period);
    }

    /** The average over {@code period} bars; 14 is usual. */
    public static Atr of(int period) {
        return new Atr(period);
    }

    /** Takes a bar; returns {@link #value()} after it. */
    public double update(Bar bar) {
        return update(bar.high(), bar.low(), bar.close());
    }

    /** Takes a bar's prices; returns {@link #value()} after it. */
    public double update(double high, double low, double close) {
        Observation.finite(high);
        Observation.finite(low);
        Observation.finite(close);
        if (!Double.isNaN(previousClose)) {
            average.update(Math.max(high, previousClose) - Math.min(low, previousClose));
        }
        previousClose = close;
        return value();
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public boolean isReady() {
        return average.isReady();
    }
}
