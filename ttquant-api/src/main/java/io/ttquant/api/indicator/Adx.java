package io.ttquant.api.indicator;

/**
 * Directional movement. +DM is the rise of the high if that is larger than the fall of the low and above 0, −DM the reverse; +DI and −DI are 100
 * × their average divided by that of the true range; DX = 100 |+DI − −DI| / (+DI + −DI); ADX is the average of DX, and ADXR the mean of ADX now
 * and n bars ago. Averages are Wilder's, started with simple ones, unless another kind is asked for. A figure whose divisor is 0 is 0. The lines
 * are ready after n + 1, n + 1, n + 1, 2 n and 3 n bars, or one sooner when made {@link #fromFirstBar}. J. Welles Wilder, 1978.
 */
public final class Adx extends Figure implements RangeIndicator {
    private final Average plus;
    private final Average minus;
    private final Average ranges;
    private final Average average;
    private final Window earlier;
    private final boolean isFromFirst;
    private final TrueRange range = TrueRange.of();
    private double previousHigh = Double.NaN;
    private double previousLow = Double.NaN;
    private double rating = Double.NaN;
    private double index = Double.NaN;

    private Adx(int period, Smoothing smoothing, int ratingLag, boolean isFromFirst) {
        super(isFromFirst ? 2 * period - 1 : 2 * period);
        this.plus = smoothing.average(period);
        this.minus = smoothing.average(period);
        this.ranges = smoothing.average(period);
        this.average = smoothing.average(period);
        this.earlier = new Window(ratingLag);
        this.isFromFirst = isFromFirst;
    }

    /** Over {@code period} bars; 14 is usual. */
    public static Adx of(int period) {
        return of(period, Smoothing.WILDER);
    }

    /** With averages of this kind. */
    public static Adx of(int period, Smoothing smoothing) {
        return new Adx(period, smoothing, period, false);
    }

    /** Whose ADXR looks back n − 1 bars, as some do, and is ready after 3 n − 1. */
    public static Adx withShortRating(int period) {
        return new Adx(Observation.period(period, 2), Smoothing.WILDER, period - 1, false);
    }

    /** Whose first bar, which has no previous one, counts as no movement and no range, as in some books; all lines one bar sooner. */
    public static Adx fromFirstBar(int period) {
        return new Adx(Observation.period(period, 2), Smoothing.WILDER, period - 1, true);
    }

    @Override
    public double update(double high, double low, double close) {
        double trueRange = range.update(high, low, close);
        double rise = high - previousHigh;
        double fall = previousLow - low;
        previousHigh = high;
        previousLow = low;
        if (!Double.isNaN(trueRange)) {
            double up = Math.max(rise, 0);
            double down = Math.max(fall, 0);
            return smooth(Chosen.ifAbove(up, down, up), Chosen.ifAbove(down, up, down), trueRange);
        }
        return isFromFirst ? smooth(0, 0, 0) : value();
    }

    private double smooth(double rise, double fall, double trueRange) {
        plus.update(rise);
        minus.update(fall);
        ranges.update(trueRange);
        if (!ranges.isReady()) {
            return value();
        }
        double both = plus.value() + minus.value();
        index = both == 0 ? 0 : 100 * Math.abs(plus.value() - minus.value()) / both;
        return rate(average.update(index));
    }

    private double rate(double now) {
        if (!Double.isNaN(now)) {
            boolean isFull = earlier.isFull();
            double before = earlier.add(now);
            rating = isFull ? (now + before) / 2 : rating;
        }
        return set(now);
    }

    /** +DI; NaN until ready. */
    public double plusDi() {
        return ratio(plus.value());
    }

    /** −DI; NaN until ready. */
    public double minusDi() {
        return ratio(minus.value());
    }

    private double ratio(double movement) {
        return ranges.value() == 0 ? 0 : 100 * movement / ranges.value();
    }

    /** DX; NaN until ready. */
    public double dx() {
        return index;
    }

    /** ADX, as {@link #value()}. */
    public double adx() {
        return value();
    }

    /** ADXR; NaN until ready. */
    public double adxr() {
        return rating;
    }

    @Override
    public void reset() {
        super.reset();
        plus.reset();
        minus.reset();
        ranges.reset();
        average.reset();
        earlier.reset();
        range.reset();
        previousHigh = Double.NaN;
        previousLow = Double.NaN;
        rating = Double.NaN;
        index = Double.NaN;
    }
}
