package io.ttquant.api.indicator;

/**
 * Commodity channel index: (typical price − its simple average) / (0.015 × mean absolute deviation) over n bars; 0 without deviation. Ready after
 * n. One of the slow ones: O(n) an update. Donald Lambert, 1980.
 */
public final class Cci extends Figure implements RangeIndicator {
    private final Window window;
    private final RollingSum sum;
    private final int period;
    private double latest;
    private int equal;

    private Cci(int period) {
        super(period);
        this.window = new Window(period);
        this.sum = new RollingSum(period);
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
        equal = typical == latest ? Math.min(equal, period) + 1 : 1;
        latest = typical;
        window.add(typical);
        double mean = sum.add(typical) / period;
        if (!window.isFull()) {
            return value();
        }
        if (equal >= period) {
            return set(0);
        }
        return set((typical - mean) * period / (0.015 * window.sumOfDeviations(mean)));
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
        sum.reset();
        equal = 0;
    }
}
