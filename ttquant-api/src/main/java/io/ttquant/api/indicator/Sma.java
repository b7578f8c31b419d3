package io.ttquant.api.indicator;

/** Simple moving average: the mean of the last n observations. Ready after n. */
public final class Sma implements Indicator {
    private final Window window;
    private final int period;
    private double sum;

    private Sma(int period) {
        this.window = new Window(period);
        this.period = period;
    }

    /**
     * An average of {@code period} observations.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Sma of(int period) {
        return new Sma(period);
    }

    /**
     * Takes an observation.
     *
     * @return {@link #value()} after it
     * @throws IllegalArgumentException if it is not finite
     */
    public double update(double observation) {
        sum += Observation.finite(observation) - window.add(observation);
        if (window.isTurning()) {
            sum = window.sum();
        }
        return value();
    }

    @Override
    public double value() {
        return isReady() ? sum / period : Double.NaN;
    }

    @Override
    public boolean isReady() {
        return window.isFull();
    }
}
