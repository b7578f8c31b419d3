package io.ttquant.api.indicator;

/**
 * The change, in percent, of a triply smoothed average from one observation to the next; 0 if that average was 0. Ready after 3 n − 1. Jack
 * Hutson, 1983.
 */
public final class Trix extends Figure implements LineIndicator {
    private final Average first;
    private final Average second;
    private final Average third;

    private Trix(int period, Smoothing smoothing) {
        super(3 * period - 1);
        this.first = smoothing.average(period);
        this.second = smoothing.average(period);
        this.third = smoothing.average(period);
    }

    /** With averages started by simple ones; 15 is usual. */
    public static Trix of(int period) {
        return of(period, Smoothing.EXPONENTIAL);
    }

    /** With averages of this kind. */
    public static Trix of(int period, Smoothing smoothing) {
        return new Trix(period, smoothing);
    }

    @Override
    public double update(double observation) {
        double before = third.value();
        double now = third.feed(second.feed(first.update(observation)));
        if (Double.isNaN(before)) {
            return value();
        }
        return set(before == 0 ? 0 : 100 * (now - before) / before);
    }

    @Override
    public void reset() {
        super.reset();
        first.reset();
        second.reset();
        third.reset();
    }
}
