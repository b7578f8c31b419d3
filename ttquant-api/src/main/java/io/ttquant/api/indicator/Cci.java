package io.ttquant.api.indicator;

/**
 * Commodity channel index: (typical price − its simple average) / (0.015 × mean absolute deviation) over n bars; 0 without deviation. Ready after
 * n. One of the slow ones: O(n) an update. Donald Lambert, 1980.
 */
public final class Cci extends Figure implements RangeIndicator {
    private final Window window;
    private final RollingMoments moments;
    private final int period;

    private Cci(int period) {
        super(period);
        this.window = new Window(period);
        this.moments = new RollingMoments(period);
        this.period = period;
    }

    /**
     * Over {@code period} bars; 20 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Cci of(int period) {
        return new Cci(period);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low, close);
        double typical = (high + low + close) / 3;
        window.add(typical);
        moments.add(typical);
        if (!window.isFull()) {
            return value();
        }
        double deviation = window.sumOfDeviations(moments.mean()) / period;
        return set(deviation == 0 ? 0 : (typical - moments.mean()) / (0.015 * deviation));
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
        moments.reset();
    }
}
