package io.ttquant.api.indicator;

/**
 * Least squares line through the last n observations at equal steps; the value is the line at the latest. Ready after n. Adrien-Marie
 * Legendre, 1805.
 */
public final class LinearRegression extends Figure implements LineIndicator {
    private final RollingPairs pairs;
    private final int period;

    private LinearRegression(int period) {
        super(period);
        this.pairs = RollingPairs.againstTime(period);
        this.period = period;
    }

    /**
     * Of {@code period} observations.
     *
     * @throws IllegalArgumentException if the period is below 2
     */
    public static LinearRegression of(int period) {
        return new LinearRegression(period);
    }

    @Override
    public double update(double observation) {
        pairs.addNext(Observation.finite(observation));
        return pairs.isFull() ? set(at(period - 1)) : value();
    }

    /** The line at a step: 0 is the oldest of the n, n − 1 the latest, n the next one. NaN until ready. */
    public double at(double step) {
        return pairs.isFull() ? pairs.moments().meanY + slope() * (step - (period - 1) / 2.0) : Double.NaN;
    }

    /** Rise per step; NaN until ready. */
    public double slope() {
        return pairs.isFull() ? pairs.moments().products / pairs.moments().squaresX : Double.NaN;
    }

    /** The line at the oldest of the n; NaN until ready. */
    public double intercept() {
        return at(0);
    }

    /** The line one step on; NaN until ready. */
    public double forecast() {
        return at(period);
    }

    /** The angle of the slope, in degrees; NaN until ready. Depends on the unit of the observations. */
    public double angle() {
        return Math.toDegrees(Math.atan(slope()));
    }

    /** Coefficient of determination, 0 to 1; 0 if all observations are equal; NaN until ready. */
    public double r2() {
        double correlation = pairs.isFull() ? Correlation.of(pairs.moments()) : Double.NaN;
        return correlation * correlation;
    }

    /** √(Σ residual² / (n − 2)), 0 for n = 2; NaN until ready. */
    public double standardError() {
        if (!pairs.isFull()) {
            return Double.NaN;
        }
        double rest = pairs.moments().squaresY - slope() * pairs.moments().products;
        return period == 2 ? 0 : Math.sqrt(Math.max(0, rest) / (period - 2));
    }

    @Override
    public void reset() {
        super.reset();
        pairs.reset();
    }
}
