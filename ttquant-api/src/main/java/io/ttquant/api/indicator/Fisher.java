package io.ttquant.api.indicator;

/**
 * Fisher transform: f = ½ ln((1 + v) / (1 − v)) + ½ previous f, where v ← 0.66 (place − ½) + 0.67 v, ±0.999 in place of anything beyond ±0.99,
 * and place is that of the median price between its lowest and highest of n, one half if those are equal. The trigger is the value before. Ready
 * after n; starts with f = v = 0. John Ehlers, 2002.
 */
public final class Fisher extends Figure implements RangeIndicator {
    private final RollingPeak highest;
    private final RollingPeak lowest;
    private double smoothed;
    private double trigger = Double.NaN;

    private Fisher(int period) {
        super(period);
        this.highest = RollingPeak.highest(period);
        this.lowest = RollingPeak.lowest(period);
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
        highest.add(median);
        lowest.add(median);
        if (!highest.isFull()) {
            return value();
        }
        double place = Stochastic.place(median, lowest.value(), highest.value()) / 100;
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
        highest.reset();
        lowest.reset();
        smoothed = 0;
        trigger = Double.NaN;
    }
}
