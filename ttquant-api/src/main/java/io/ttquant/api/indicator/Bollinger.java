package io.ttquant.api.indicator;

/**
 * Bollinger bands: the simple average of n observations, and k deviations above and below it, of the population unless those of a sample are
 * asked for. Ready after n. John Bollinger, "Bollinger on Bollinger Bands", 2001.
 */
public final class Bollinger extends Figure implements LineIndicator {
    private final StandardDeviation deviation;
    private final double width;
    private double last;

    private Bollinger(StandardDeviation deviation, double width) {
        super(deviation.warmUp());
        this.deviation = deviation;
        this.width = width;
    }

    /** Bands of {@code width} population deviations around an average of {@code period} observations; 20 and 2 are usual. */
    public static Bollinger of(int period, double width) {
        return new Bollinger(StandardDeviation.population(period), width);
    }

    /** Bands of {@code width} sample deviations. */
    public static Bollinger sample(int period, double width) {
        return new Bollinger(StandardDeviation.sample(period), width);
    }

    /** Takes an observation; returns the middle. */
    @Override
    public double update(double observation) {
        deviation.update(observation);
        last = observation;
        return set(deviation.mean());
    }

    /** The average, as {@link #value()}; NaN until ready. */
    public double middle() {
        return value();
    }

    /** The upper band; NaN until ready. */
    public double upper() {
        return middle() + width * deviation.value();
    }

    /** The lower band; NaN until ready. */
    public double lower() {
        return middle() - width * deviation.value();
    }

    /** Band width: (upper − lower) / middle, 0 if the middle is 0; NaN until ready. */
    public double width() {
        return middle() == 0 ? 0 : (upper() - lower()) / middle();
    }

    /** %B, where the observation lies: 0 at the lower band, 1 at the upper, ½ if they are equal; NaN until ready. */
    public double percentB() {
        double span = upper() - lower();
        return span == 0 ? 0.5 : (last - lower()) / span;
    }

    @Override
    public void reset() {
        super.reset();
        deviation.reset();
    }
}
