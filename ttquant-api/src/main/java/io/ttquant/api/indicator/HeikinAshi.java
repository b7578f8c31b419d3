package io.ttquant.api.indicator;

/**
 * Heikin-Ashi bars: close = (open + high + low + close) / 4, open = the middle of the one before, high and low including those two; the first
 * opens in the middle of its own open and close. The value is the close. Ready after one bar. Dan Valcu, 2004.
 */
public final class HeikinAshi extends Figure implements BarIndicator {
    private double open = Double.NaN;
    private double high = Double.NaN;
    private double low = Double.NaN;

    private HeikinAshi() {
        super(1);
    }

    /** A new one. */
    public static HeikinAshi of() {
        return new HeikinAshi();
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        Observation.finite(open, high, low, close);
        double now = (open + high + low + close) / 4;
        this.open = isReady() ? (this.open + value()) / 2 : (open + close) / 2;
        this.high = Math.max(high, Math.max(this.open, now));
        this.low = Math.min(low, Math.min(this.open, now));
        return set(now);
    }

    /** Its open; NaN until ready. */
    public double open() {
        return open;
    }

    /** Its high; NaN until ready. */
    public double high() {
        return high;
    }

    /** Its low; NaN until ready. */
    public double low() {
        return low;
    }

    /** Its close, as {@link #value()}. */
    public double close() {
        return value();
    }

    @Override
    public void reset() {
        super.reset();
        open = Double.NaN;
        high = Double.NaN;
        low = Double.NaN;
    }
}
