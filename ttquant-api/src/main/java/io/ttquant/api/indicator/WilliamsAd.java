package io.ttquant.api.indicator;

/**
 * Williams' accumulation/distribution: the running sum of close − min(low, previous close) on a higher close and close − max(high, previous
 * close) on a lower one. Ready after two bars. Larry Williams, 1972.
 */
public final class WilliamsAd extends Figure implements RangeIndicator {
    private final RunningSum sum = new RunningSum();
    private double previousClose = Double.NaN;

    private WilliamsAd() {
        super(2);
    }

    /** A new one. */
    public static WilliamsAd of() {
        return new WilliamsAd();
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low, close);
        double before = previousClose;
        previousClose = close;
        if (Double.isNaN(before)) {
            return value();
        }
        double rise = Chosen.ifAbove(close, before, close - Math.min(low, before));
        double fall = Chosen.ifAbove(before, close, close - Math.max(high, before));
        return set(sum.add(rise + fall));
    }

    @Override
    public void reset() {
        super.reset();
        sum.reset();
        previousClose = Double.NaN;
    }
}
