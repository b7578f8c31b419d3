package io.ttquant.api.indicator;

/**
 * Triangular moving average: a simple average of a simple average, of (n + 1) / 2 observations both for odd n, of n / 2 + 1 and n / 2 for even n.
 * Ready after n.
 */
public final class Trima extends Figure implements LineIndicator {
    private final Sma first;
    private final Sma second;

    private Trima(int period) {
        super(Observation.period(period));
        this.first = Sma.of(period / 2 + 1);
        this.second = Sma.of((period + 1) / 2);
    }

    /**
     * An average over {@code period} observations.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Trima of(int period) {
        return new Trima(period);
    }

    @Override
    public double update(double observation) {
        return set(feed(second, first.update(observation)));
    }

    @Override
    public void reset() {
        super.reset();
        first.reset();
        second.reset();
    }
}
