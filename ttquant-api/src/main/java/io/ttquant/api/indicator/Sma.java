package io.ttquant.api.indicator;

/** Simple moving average: the mean of the last n observations. Ready after n. */
public final class Sma extends Average {
    private final RollingSum sum;
    private final int period;

    private Sma(int period) {
        super(period);
        this.sum = new RollingSum(period);
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

    @Override
    public double update(double observation) {
        double now = sum.add(Observation.finite(observation));
        return sum.isFull() ? set(now / period) : value();
    }

    @Override
    public void reset() {
        super.reset();
        sum.reset();
    }
}
