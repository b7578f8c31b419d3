package io.ttquant.api.indicator;

/**
 * Standard deviation of the last n observations, of the population (divided by n) or of a sample (divided by n − 1). Computed afresh from the window, in
 * two passes, so that it neither drifts nor cancels. Ready after n observations.
 */
public final class StandardDeviation implements Indicator {
    private final Window window;
    private final int divisor;
    private double mean;
    private double value = Double.NaN;

    private StandardDeviation(int period, int divisor) {
        this.window = new Window(period);
        this.divisor = divisor;
    }

    /** Of the population: divided by n. */
    public static StandardDeviation population(int period) {
        return new StandardDeviation(period, period);
    }

    /**
     * Of a sample: divided by n − 1.
     *
     * @throws IllegalArgumentException if the period is below 2
     */
    public static StandardDeviation sample(int period) {
        if (period < 2) {
            throw new IllegalArgumentException("period " + period + " of a sample deviation must be at least 2");
        }
        return new StandardDeviation(period, period - 1);
    }

    /**
     * Takes an observation.
     *
     * @return {@link #value()} after it
     * @throws IllegalArgumentException if it is not finite
     */
    public double update(double observation) {
        window.add(Observation.finite(observation));
        if (window.isFull()) {
            mean = window.sum() / window.size();
            value = Math.sqrt(window.sumOfSquares(mean) / divisor);
        }
        return value;
    }

    /** The mean of the last n observations; NaN until ready. */
    public double mean() {
        return isReady() ? mean : Double.NaN;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public boolean isReady() {
        return window.isFull();
    }
}
