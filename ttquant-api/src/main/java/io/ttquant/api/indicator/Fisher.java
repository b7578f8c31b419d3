package io.ttquant.api.indicator;

/**
 * Fisher transform: f = ½ ln((1 + v) / (1 − v)) + ½ previous f, where v ← 0.66 (place − ½) + 0.67 v, ±0.999 in place of anything beyond ±0.99,
 * and place is that of the median price between its lowest and highest of n, one half if those are equal. The trigger is the value before. Ready
 * after n; starts with f = v = 0. John Ehlers, 2002.
 */
public final class Fisher extends Figure implements RangeIndicator {
    private final RollingRange range;
    private double smoothed;
    private double trigger = Double.NaN;

    private Fisher(int period) {
        super(period);
        this.range = new RollingRange(period);
    }

    /**
     * Over {@code period} bars; 10 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Fisher of(int period) {
        return new Fisher(period);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low);
        double median = (high + low) / 2;
        range.add(median, median);
        if (!range.isFull()) {
            return value();
        }
        double place = Stochastic.place(median, range.lowest(), range.highest()) / 100;
        double now = 0.66 * (place - 0.5) + 0.67 * smoothed;
        smoothed = now > 0.99 ? 0.999 : now < -0.99 ? -0.999 : now;
        trigger = value();
        double before = isReady() ? trigger : 0;
        return set(0.5 * Math.log((1 + smoothed) / (1 - smoothed)) + 0.5 * before);
    }

    /** The value before; NaN until there is one. */
    public double trigger() {
        return trigger;
    }

    @Override
    public void reset() {
        super.reset();
        range.reset();
        smoothed = 0;
        trigger = Double.NaN;
    }
}
