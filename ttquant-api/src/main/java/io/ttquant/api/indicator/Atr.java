package io.ttquant.api.indicator;

/**
 * Average true range: Wilder's smoothing, started with a simple average, of the {@link TrueRange}. The first bar, which has no previous close,
 * only provides one, unless it is made {@link #fromFirstBar}. Ready after n + 1 bars. J. Welles Wilder, 1978.
 */
public final class Atr extends Figure implements RangeIndicator {
    private final TrueRange range;
    private final Average average;

    private Atr(TrueRange range, Average average) {
        super(range.warmUp() + average.warmUp() - 1);
        this.range = range;
        this.average = average;
    }

    /** The average over {@code period} bars; 14 is usual. */
    public static Atr of(int period) {
        return of(period, Smoothing.WILDER);
    }

    /** An average of this kind. */
    public static Atr of(int period, Smoothing smoothing) {
        return new Atr(TrueRange.of(), smoothing.average(period));
    }

    /** An average of this kind, to which the first bar gives high − low. Ready after n bars. */
    public static Atr fromFirstBar(int period, Smoothing smoothing) {
        return new Atr(TrueRange.fromFirstBar(), smoothing.average(period));
    }

    @Override
    public double update(double high, double low, double close) {
        return set(average.feed(range.update(high, low, close)));
    }

    @Override
    public void reset() {
        super.reset();
        range.reset();
        average.reset();
    }
}
