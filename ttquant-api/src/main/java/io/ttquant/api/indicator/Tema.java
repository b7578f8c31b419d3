package io.ttquant.api.indicator;

/** Triple exponential moving average: 3 e₁ − 3 e₂ + e₃, each the average of the one before. Ready after 3 n − 2. Patrick Mulloy, 1994. */
public final class Tema extends Figure implements LineIndicator {
    private final Average first;
    private final Average second;
    private final Average third;

    private Tema(int period, Smoothing smoothing) {
        super(3 * period - 2);
        this.first = smoothing.average(period);
        this.second = smoothing.average(period);
        this.third = smoothing.average(period);
    }

    /** With averages started by simple ones. */
    public static Tema of(int period) {
        return of(period, Smoothing.EXPONENTIAL);
    }

    /** With averages of this kind. */
    public static Tema of(int period, Smoothing smoothing) {
        return new Tema(period, smoothing);
    }

    @Override
    public double update(double observation) {
        double one = first.update(observation);
        double two = second.feed(one);
        return set(3 * (one - two) + third.feed(two));
    }

    @Override
    public void reset() {
        super.reset();
        first.reset();
        second.reset();
        third.reset();
    }
}
