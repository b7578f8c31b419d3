package io.ttquant.api.indicator;

/**
 * Zero-lag exponential moving average: the exponential average of 2 x − x of lag before, lag = ⌊(n − 1) / 2⌋. Ready after n + lag. John Ehlers
 * and Ric Way, 2010.
 */
public final class Zlema extends Figure implements LineIndicator {
    private final Window window;
    private final Average average;

    private Zlema(int period, Smoothing smoothing) {
        super(Observation.period(period, 3) + (period - 1) / 2);
        this.window = new Window((period - 1) / 2);
        this.average = smoothing.average(period);
    }

    /**
     * With an average started by a simple one.
     *
     * @throws IllegalArgumentException if the period is below 3
     */
    public static Zlema of(int period) {
        return of(period, Smoothing.EXPONENTIAL);
    }

    /** With an average of this kind. */
    public static Zlema of(int period, Smoothing smoothing) {
        return new Zlema(period, smoothing);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        boolean isFull = window.isFull();
        double before = window.add(observation);
        return isFull ? set(average.update(2 * observation - before)) : value();
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
        average.reset();
    }
}
