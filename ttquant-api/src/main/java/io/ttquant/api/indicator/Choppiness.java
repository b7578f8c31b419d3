package io.ttquant.api.indicator;

/**
 * Choppiness index: 100 log(Σ true range / (highest true high − lowest true low)) / log n, a true high or low being that with the close before;
 * 100 if nothing moved. Ready after n + 1. E. W. Dreiss.
 */
public final class Choppiness extends Figure implements RangeIndicator {
    private final RollingSum ranges;
    private final RollingRange extremes;
    private final double scale;
    private double previousClose = Double.NaN;

    private Choppiness(int period) {
        super(Observation.period(period, 2) + 1);
        this.ranges = new RollingSum(period);
        this.extremes = new RollingRange(period);
        this.scale = 100 / Math.log(period);
    }

    /**
     * Over {@code period} bars; 14 is usual.
     *
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Choppiness of(int period) {
        return new Choppiness(period);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low, close);
        double before = previousClose;
        previousClose = close;
        if (Double.isNaN(before)) {
            return value();
        }
        double top = Math.max(high, before);
        double bottom = Math.min(low, before);
        double sum = ranges.add(top - bottom);
        extremes.add(top, bottom);
        if (!ranges.isFull()) {
            return value();
        }
        double span = extremes.highest() - extremes.lowest();
        return set(span == 0 ? 100 : scale * Math.log(sum / span));
    }

    @Override
    public void reset() {
        super.reset();
        ranges.reset();
        extremes.reset();
        previousClose = Double.NaN;
    }
}
