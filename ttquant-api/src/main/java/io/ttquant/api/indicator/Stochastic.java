package io.ttquant.api.indicator;

/**
 * Stochastic oscillator: %K = 100 (close − lowest low) / (highest high − lowest low) of n bars, averaged over some; 50 if the prices are all
 * equal. %D is an average of %K, %J = 3 %K − 2 %D. Ready after n + smooth − 1 bars; %D needs its own period more. George Lane.
 */
public final class Stochastic extends Figure implements RangeIndicator {
    private final RollingRange range;
    private final Average smooth;
    private final Average signal;

    private Stochastic(int period, int smooth, int signal, Smoothing smoothing) {
        super(period + smooth - 1);
        this.range = new RollingRange(period);
        this.smooth = smoothing.average(smooth);
        this.signal = smoothing.average(signal);
    }

    /** With simple averages; 14, 3, 3 is the usual slow form, a {@code smooth} of 1 the fast one. */
    public static Stochastic of(int period, int smooth, int signal) {
        return of(period, smooth, signal, Smoothing.SIMPLE);
    }

    /** With averages of this kind. */
    public static Stochastic of(int period, int smooth, int signal, Smoothing smoothing) {
        return new Stochastic(period, smooth, signal, smoothing);
    }

    static double place(double value, double lowest, double highest) {
        return highest == lowest ? 50 : 100 * (value - lowest) / (highest - lowest);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low, close);
        range.add(high, low);
        if (!range.isFull()) {
            return value();
        }
        double k = smooth.update(place(close, range.lowest(), range.highest()));
        signal.feed(k);
        return set(k);
    }

    /** %K, as {@link #value()}. */
    public double k() {
        return value();
    }

    /** %D; NaN until ready. */
    public double d() {
        return signal.value();
    }

    /** %J; NaN until %D is ready. */
    public double j() {
        return 3 * k() - 2 * d();
    }

    @Override
    public void reset() {
        super.reset();
        range.reset();
        smooth.reset();
        signal.reset();
    }
}
