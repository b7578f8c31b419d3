package io.ttquant.api.indicator;

/**
 * Exponential moving average: {@code e ← e + α (x − e)} with α = 2 / (n + 1), or 1 / n in Wilder's form. Ready after n observations. Two
 * conventions for the start exist and both are here: the simple average of the first n (the usual one), or the first observation.
 *
 * <p>Wilder's form: J. Welles Wilder, "New Concepts in Technical Trading Systems", 1978.
 */
public final class Ema extends Average {
    private final int period;
    private final double alpha;
    private final boolean isSeededByFirst;
    private int count;
    private double average;

    private Ema(int period, double alpha, boolean isSeededByFirst) {
        super(period);
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

    /** Wilder's smoothing, α = 1 / n, started with the first observation. */
    public static Ema wilderSeededByFirst(int period) {
        return new Ema(period, 1.0 / period, true);
    }

    /**
     * With a factor α of one's own, started with the first observation and ready after {@code warmUp}.
     *
     * @throws IllegalArgumentException if the factor is not above 0 and at most 1
     */
    public static Ema ofFactor(double alpha, int warmUp) {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("factor " + alpha + " must be above 0 and at most 1");
        }
        return new Ema(warmUp, alpha, true);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        if (count >= period) {
            average += alpha * (observation - average);
            return set(average);
        }
        start(observation);
        count++;
        return count == period ? set(average) : value();
    }

    private void start(double observation) {
        if (isSeededByFirst) {
            average = count == 0 ? observation : average + alpha * (observation - average);
        } else {
            average += observation;
            if (count == period - 1) {
                average /= period;
            }
        }
    }

    @Override
    public void reset() {
        super.reset();
        count = 0;
        average = 0;
    }
}
