package io.ttquant.api.indicator;

/**
 * Beta over the last n pairs: covariance of x and y / variance of y, x usually the returns of an instrument and y those of its market; 0 if y
 * does not vary. Ready after n. William Sharpe, 1964.
 */
public final class Beta extends Figure implements PairIndicator {
    private final RollingPairs pairs;

    private Beta(int period) {
        super(period);
        this.pairs = RollingPairs.of(period);
    }

    /**
     * Of {@code period} pairs.
     *
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Beta of(int period) {
        return new Beta(period);
    }

    @Override
    public double update(double x, double y) {
        Observation.finite(x, y);
        pairs.add(x, y);
        double market = pairs.moments().squaresY;
        return pairs.isFull() ? set(market == 0 ? 0 : pairs.moments().products / market) : value();
    }

    @Override
    public void reset() {
        super.reset();
        pairs.reset();
    }
}
