package io.ttquant.api.indicator;

/**
 * Williams %R: −100 (highest high − close) / (highest high − lowest low) of n bars, −100 to 0; −50 if all prices are equal. Ready after n. Larry
 * Williams, 1973.
 */
public final class WilliamsR extends Figure implements RangeIndicator {
    private final RollingPeak highest;
    private final RollingPeak lowest;

    private WilliamsR(int period) {
        super(period);
        this.highest = RollingPeak.highest(period);
        this.lowest = RollingPeak.lowest(period);
    }

    /**
     * Over {@code period} bars; 14 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static WilliamsR of(int period) {
        return new WilliamsR(period);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low, close);
        highest.add(high);
        lowest.add(low);
        return highest.isFull() ? set(Stochastic.place(close, lowest.value(), highest.value()) - 100) : value();
    }

    @Override
    public void reset() {
        super.reset();
        highest.reset();
        lowest.reset();
    }
}
