package io.ttquant.api.indicator;

/**
 * SuperTrend: bands k average true ranges above and below the median price. A band only moves towards the price until the close was beyond it;
 * the value is the lower band in an up trend and the upper in a down trend, and the trend turns when a close is beyond that. Ready with the
 * average true range; starts upwards if the close is above the median price. Olivier Seban.
 */
public final class SuperTrend extends Figure implements RangeIndicator {
    private final Atr range;
    private final double width;
    private boolean isUp;
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private double previousClose;

    private SuperTrend(Atr range, double width) {
        super(range.warmUp());
        this.range = range;
        this.width = Observation.positive("width", width);
    }

    /** With Wilder's average over {@code period} bars; 10 and 3 are usual. */
    public static SuperTrend of(int period, double width) {
        return of(Atr.of(period), width);
    }

    /**
     * With another average true range, made for this one.
     *
     * @throws IllegalArgumentException if the width is not above 0
     */
    public static SuperTrend of(Atr range, double width) {
        return new SuperTrend(range, width);
    }

    @Override
    public double update(double high, double low, double close) {
        double average = range.update(high, low, close);
        if (Double.isNaN(average)) {
            return value();
        }
        double median = (high + low) / 2;
        double above = median + width * average;
        double below = median - width * average;
        if (isReady()) {
            upper = above < upper || previousClose > upper ? above : upper;
            lower = below > lower || previousClose < lower ? below : lower;
            isUp = isUp ? close >= lower : close > upper;
        } else {
            upper = above;
            lower = below;
            isUp = close >= median;
        }
        previousClose = close;
        return set(isUp ? lower : upper);
    }

    /** True in an up trend. */
    public boolean isUp() {
        return isReady() && isUp;
    }

    /** The upper band; NaN until ready. */
    public double upper() {
        return upper;
    }

    /** The lower band; NaN until ready. */
    public double lower() {
        return lower;
    }

    @Override
    public void reset() {
        super.reset();
        range.reset();
        isUp = false;
        upper = Double.NaN;
        lower = Double.NaN;
    }
}
