package io.ttquant.api.indicator;

/**
 * Drawdown from the highest observation so far: 1 − x / peak, from 0; 0 while the peak is not above 0. Ready after one. The observations are
 * prices or an equity.
 */
public final class Drawdown extends Figure implements LineIndicator {
    private double peak = Double.NEGATIVE_INFINITY;
    private double deepest;
    private long length;

    private Drawdown() {
        super(1);
    }

    /** A new one. */
    public static Drawdown of() {
        return new Drawdown();
    }

    @Override
    public double update(double observation) {
        if (Observation.finite(observation) >= peak) {
            peak = observation;
            length = 0;
        } else {
            length++;
        }
        double now = peak > 0 ? (peak - observation) / peak : 0;
        deepest = Math.max(deepest, now);
        return set(now);
    }

    /** The deepest so far; NaN until ready. */
    public double deepest() {
        return isReady() ? deepest : Double.NaN;
    }

    /** The highest observation; NaN until ready. */
    public double peak() {
        return isReady() ? peak : Double.NaN;
    }

    /** Updates since the peak, the latest of equals. */
    public long length() {
        return length;
    }

    @Override
    public void reset() {
        super.reset();
        peak = Double.NEGATIVE_INFINITY;
        deepest = 0;
        length = 0;
    }
}
