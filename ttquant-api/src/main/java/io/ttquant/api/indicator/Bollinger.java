package io.ttquant.api.indicator;

/**
 * Bollinger bands: the simple average of n observations, and k population deviations above and below it. John Bollinger, "Bollinger on Bollinger
 * Bands", 2001.
 */
public final class Bollinger implements Indicator {
    private final StandardDeviation deviation;
    private final double width;

    private Bollinger(int period, double width) {
        this.deviation = StandardDeviation.population(period);
        this.width = width;
    }

    /** Bands of {@code width} deviations around an average of {@code period} observations; 20 and 2 are usual. */
    public static Bollinger of(int period, double width) {
        return new Bollinger(period, width);
    }

    /** Takes an observation; returns the middle. */
    public double update(double observation) {
        deviation.update(observation);
        return middle();
    }

    /** The average; NaN until ready. */
    public double middle() {
        return deviation.mean();
    }

    /** The upper band; NaN until ready. */
    public double upper() {
        return middle() + width * deviation.value();
    }

    /** The lower band; NaN until ready. */
    public double lower() {
        return middle() - width * deviation.value();
    }

    /** The average, as {@link #middle()}. */
    @Override
    public double value() {
        return middle();
    }

    @Override
    public boolean isReady() {
        return deviation.isReady();
    }
}
