package io.ttquant.api.indicator;

/** The observation minus the one n before. Ready after n + 1. */
public final class Momentum extends Figure implements LineIndicator {
    private final Window window;

    private Momentum(int period) {
        super(period + 1);
        this.window = new Window(period);
    }

    /**
     * Over {@code period} steps; 10 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Momentum of(int period) {
        return new Momentum(period);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        boolean isFull = window.isFull();
        double before = window.add(observation);
        return isFull ? set(observation - before) : value();
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
    }
}
