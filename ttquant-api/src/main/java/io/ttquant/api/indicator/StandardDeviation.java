package io.ttquant.api.indicator;

/**
 * Standard deviation of the last n observations, of the population (divided by n) or of a sample (divided by n − 1). Neither drifts nor cancels,
 * and is exactly 0 for equal observations. Ready after n observations.
 */
public final class StandardDeviation extends Figure implements LineIndicator {
    private final Variance variance;

    private StandardDeviation(Variance variance) {
        super(variance.warmUp());
        this.variance = variance;
    }

    /** Of the population: divided by n. */
    public static StandardDeviation population(int period) {
        return new StandardDeviation(Variance.population(period));
    }

    /**
     * Of a sample: divided by n − 1.
     *
     * @throws IllegalArgumentException if the period is below 2
     */
    public static StandardDeviation sample(int period) {
        return new StandardDeviation(Variance.sample(period));
    }

    @Override
    public double update(double observation) {
        return set(Math.sqrt(variance.update(observation)));
    }

    /** The mean of the last n observations; NaN until ready. */
    public double mean() {
        return variance.mean();
    }

    @Override
    public void reset() {
        super.reset();
        variance.reset();
    }
}
