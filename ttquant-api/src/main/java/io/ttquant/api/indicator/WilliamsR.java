package io.ttquant.api.indicator;

/**
 * Williams %R: −100 (highest high − close) / (highest high − lowest low) of n bars, −100 to 0; −50 if all prices are equal. Ready after n. Larry
 * Williams, 1973.
 */
public final class WilliamsR extends Figure implements RangeIndicator {
    private final RollingRange range;

    private WilliamsR(int period) {
        super(period);
        this.range = new RollingRange(period);
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
        range.add(high, low);
        return range.isFull() ? set(Stochastic.place(close, range.lowest(), range.highest()) - 100) : value();
    }

    @Override
    public void reset() {
        super.reset();
        range.reset();
    }
}
