package io.ttquant.api.indicator;

/**
 * True range: max(high, previous close) − min(low, previous close). Two conventions for the first bar, which has no previous close: it only
 * provides one, ready after 2; or its range is high − low, ready after 1. J. Welles Wilder, 1978.
 */
public final class TrueRange extends Figure implements RangeIndicator {
    private final boolean isFromFirst;
    private double previousClose = Double.NaN;

    private TrueRange(boolean isFromFirst) {
        super(isFromFirst ? 1 : 2);
        this.isFromFirst = isFromFirst;
    }

    /** From the second bar on. */
    public static TrueRange of() {
        return new TrueRange(false);
    }

    /** From the first bar on. */
    public static TrueRange fromFirstBar() {
        return new TrueRange(true);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low, close);
        double before = previousClose;
        previousClose = close;
        if (Double.isNaN(before)) {
            return isFromFirst ? set(high - low) : value();
        }
        return set(Math.max(high, before) - Math.min(low, before));
    }

    @Override
    public void reset() {
        super.reset();
        previousClose = Double.NaN;
    }
}
