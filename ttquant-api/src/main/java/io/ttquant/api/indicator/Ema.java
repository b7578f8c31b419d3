package io.ttquant.api.indicator;

/**
 * Exponential moving average: {@code e ← e + α (x − e)} with α = 2 / (n + 1), or 1 / n in Wilder's form. Ready after n observations. Two
 * conventions for the start exist and both are here: the simple average of the first n (the usual one), or the first observation.
 *
 * <p>Wilder's form: J. Welles Wilder, "New Concepts in Technical Trading Systems", 1978.
 */
public final class Ema implements Indicator {
    private final int period;
    private final double alpha;
    private final boolean isSeededByFirst;
    private int count;
    private double value;

    private Ema(int period, double alpha, boolean isSeededByFirst) {
        this.period = Observation.period(period);
        this.alpha = alpha;
        this.isSeededByFirst = isSeededByFirst;
    }

    /** α = 2 / (n + 1), started with the simple average of the first n observations. */
    public static Ema of(int period) {
        return new Ema(period, 2.0 / (period + 1.0), false);
    }

    /** α = 2 / (n + 1), started with the first observation. */
    public static Ema seededByFirst(int period) {
        return new Ema(period, 2.0 / (period + 1.0), true);
    }

    /** Wilder's smoothing, α = 1 / n, started with the simple average of the first n observations. */
    public static Ema wilder(int period) {
        return new Ema(period, 1.0 / period, false);
    }

    /**
     * Takes an observation.
     *
     * @return {@link #value()} after it
     * @throws IllegalArgumentException if it is not finite
     */
    public double update(double observation) {
        Observation.finite(observation);
        if (count >= period || (isSeededByFirst && count > 0)) {
            value += alpha * (observation - value);
        } else if (isSeededByFirst) {
            value = observation;
        } else {
            value += observation;
            if (count == period - 1) {
                value /= period;
            }
        }
        if (count < period) {
            count++;
        }
        return value();
    }

    @Override
    public double value() {
        return isReady() ? value : Double.NaN;
    }

    @Override
    public boolean isReady() {
        return count >= period;
    }
}
