package io.ttquant.api.indicator;

/**
 * Stochastic oscillator: %K = 100 (close − lowest low) / (highest high − lowest low) of n bars, averaged over some; 50 if the prices are all
 * equal. %D is an average of %K, %J = 3 %K − 2 %D. Ready after n + smooth − 1 bars; %D needs its own period more. George Lane.
 */
public final class Stochastic extends Figure implements RangeIndicator {
    private final RollingPeak highest;
    private final RollingPeak lowest;
    private final LineIndicator smooth;
    private final LineIndicator signal;

    private Stochastic(int period, int smooth, int signal, Smoothing smoothing) {
        super(period + smooth - 1);
        this.highest = RollingPeak.highest(period);
        this.lowest = RollingPeak.lowest(period);
        this.smooth = smoothing.of(smooth);
        this.signal = smoothing.of(signal);
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
        highest.add(high);
        lowest.add(low);
        if (!highest.isFull()) {
            return value();
        }
        double k = smooth.update(place(close, lowest.value(), highest.value()));
        feed(signal, k);
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
        highest.reset();
        lowest.reset();
        smooth.reset();
        signal.reset();
    }
}
