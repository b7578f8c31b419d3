package io.ttquant.api.indicator;

/**
 * Correlation of two series over the last n pairs, −1 to 1: covariance / product of deviations; 0 if either does not vary. Ready after n. Karl
 * Pearson, 1895.
 */
public final class Correlation extends Figure implements PairIndicator {
    private final RollingPairs pairs;

    private Correlation(int period) {
        super(period);
        this.pairs = RollingPairs.of(period);
    }

    /**
     * Of {@code period} pairs.
     *
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Correlation of(int period) {
        return new Correlation(period);
    }

    static double of(PairMoments moments) {
        double deviations = Math.sqrt(moments.squaresX) * Math.sqrt(moments.squaresY);
        return deviations == 0 ? 0 : Math.max(-1, Math.min(1, moments.products / deviations));
    }

    @Override
    public double update(double x, double y) {
        Observation.finite(x, y);
        pairs.add(x, y);
        return pairs.isFull() ? set(of(pairs.moments())) : value();
    }

    @Override
    public void reset() {
        super.reset();
        pairs.reset();
    }
}
