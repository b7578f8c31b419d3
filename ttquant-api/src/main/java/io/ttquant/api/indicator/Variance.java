package io.ttquant.api.indicator;

/**
 * Variance of the last n observations, of the population (divided by n) or of a sample (divided by n − 1). Ready after n. By the pairwise update
 * of Chan, Golub and LeVeque, 1979.
 */
public final class Variance extends Figure implements LineIndicator {
    private final RollingMoments moments;
    private final int divisor;

    private Variance(int period, int divisor) {
        super(period);
        this.moments = new RollingMoments(period);
        this.divisor = divisor;
    }

    /** Of the population: divided by n. */
    public static Variance population(int period) {
        return new Variance(period, period);
    }

    /**
     * Of a sample: divided by n − 1.
     *
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Variance sample(int period) {
        if (period < 2) {
            throw new IllegalArgumentException("period " + period + " of a sample deviation must be at least 2");
        }
        return new Variance(period, period - 1);
    }

    @Override
    public double update(double observation) {
        moments.add(Observation.finite(observation));
        return moments.isFull() ? set(moments.squares() / divisor) : value();
    }

    /** The mean of the last n observations; NaN until ready. */
    public double mean() {
        return isReady() ? moments.mean() : Double.NaN;
    }

    @Override
    public void reset() {
        super.reset();
        moments.reset();
    }
}
