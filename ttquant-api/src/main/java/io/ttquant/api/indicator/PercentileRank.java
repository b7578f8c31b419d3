package io.ttquant.api.indicator;

/**
 * Percentile rank: the share, 0 to 100, of observations below the latest one. Two conventions exist: among the last n with it, ready after n; or
 * among the n before it, ready after n + 1. One of the slow ones: O(n) an update.
 */
public final class PercentileRank extends Figure implements LineIndicator {
    private final Window window;
    private final int period;
    private final boolean isOfPrevious;

    private PercentileRank(int period, boolean isOfPrevious) {
        super(isOfPrevious ? period + 1 : period);
        this.window = new Window(period);
        this.period = period;
        this.isOfPrevious = isOfPrevious;
    }

    /** Among the last n, the latest included. */
    public static PercentileRank of(int period) {
        return new PercentileRank(period, false);
    }

    /** Among the n before the latest. */
    public static PercentileRank ofPrevious(int period) {
        return new PercentileRank(period, true);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        if (isOfPrevious) {
            double rank = rank(observation);
            window.add(observation);
            return set(rank);
        }
        window.add(observation);
        return set(rank(observation));
    }

    private double rank(double observation) {
        return window.isFull() ? 100.0 * window.below(observation) / period : Double.NaN;
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
    }
}
