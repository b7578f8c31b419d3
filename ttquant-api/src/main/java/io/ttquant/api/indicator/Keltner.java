package io.ttquant.api.indicator;

/**
 * Keltner channel: an average, and k average true ranges above and below it. Ready when both are. Chester Keltner, 1960; with the average true
 * range, Linda Raschke.
 */
public final class Keltner extends Figure implements RangeIndicator {
    private final Source source;
    private final LineIndicator average;
    private final Atr range;
    private final double width;

    private Keltner(Source source, LineIndicator average, Atr range, double width) {
        super(Math.max(average.warmUp(), range.warmUp()));
        this.source = source;
        this.average = average;
        this.range = range;
        this.width = Observation.positive("width", width);
    }

    /** Exponential average of closes over {@code period}, Wilder's average true range over {@code rangePeriod}; 20, 10 and 2 are usual. */
    public static Keltner of(int period, int rangePeriod, double width) {
        return of(Source.CLOSE, Ema.of(period), Atr.of(rangePeriod), width);
    }

    /**
     * Of this price, average and average true range, both made for this one.
     *
     * @throws IllegalArgumentException if the width is not above 0, or the source not made of high, low and close
     */
    public static Keltner of(Source source, LineIndicator average, Atr range, double width) {
        if (Double.isNaN(source.of(Double.NaN, 1, 1, 1, 1)) || source == Source.VOLUME) {
            throw new IllegalArgumentException(source + " is not made of high, low and close; use CLOSE or HLC3");
        }
        return new Keltner(source, average, range, width);
    }

    @Override
    public double update(double high, double low, double close) {
        double trueRange = range.update(high, low, close);
        double middle = average.update(source.of(close, high, low, close, 0));
        return Double.isNaN(trueRange) ? value() : set(middle);
    }

    /** The average, as {@link #value()}; NaN until ready. */
    public double middle() {
        return value();
    }

    /** The upper band; NaN until ready. */
    public double upper() {
        return middle() + width * range.value();
    }

    /** The lower band; NaN until ready. */
    public double lower() {
        return middle() - width * range.value();
    }

    @Override
    public void reset() {
        super.reset();
        average.reset();
        range.reset();
    }
}
