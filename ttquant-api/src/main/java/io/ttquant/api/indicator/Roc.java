package io.ttquant.api.indicator;

/** Rate of change in percent: 100 (x / x of n before − 1); 0 if that was 0. Ready after n + 1. */
public final class Roc extends Figure implements LineIndicator {
    private final Window window;

    private Roc(int period) {
        super(period + 1);
        this.window = new Window(period);
    }

    /**
     * Over {@code period} steps; 10 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Roc of(int period) {
        return new Roc(period);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        boolean isFull = window.isFull();
        double before = window.add(observation);
        if (!isFull) {
            return value();
        }
        return set(before == 0 ? 0 : 100 * (observation - before) / before);
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
    }
}
