package io.ttquant.api.indicator;

/** Double exponential moving average: 2 e₁ − e₂, e₂ being the average of e₁. Ready after 2 n − 1. Patrick Mulloy, 1994. */
public final class Dema extends Figure implements LineIndicator {
    private final Average first;
    private final Average second;

    private Dema(int period, Smoothing smoothing) {
        super(2 * period - 1);
        this.first = smoothing.average(period);
        this.second = smoothing.average(period);
    }

    /** With averages started by simple ones. */
    public static Dema of(int period) {
        return of(period, Smoothing.EXPONENTIAL);
    }

    /** With averages of this kind. */
    public static Dema of(int period, Smoothing smoothing) {
        return new Dema(period, smoothing);
    }

    @Override
    public double update(double observation) {
        double one = first.update(observation);
        return set(2 * one - second.feed(one));
    }

    @Override
    public void reset() {
        super.reset();
        first.reset();
        second.reset();
    }
}
