package io.ttquant.api.indicator;

/** Normalised average true range: 100 × {@link Atr} / close; 0 if the close is 0. Ready after n + 1 bars. John Forman, 2006. */
public final class Natr extends Figure implements RangeIndicator {
    private final Atr range;

    private Natr(Atr range) {
        super(range.warmUp());
        this.range = range;
    }

    /** Over {@code period} bars; 14 is usual. */
    public static Natr of(int period) {
        return new Natr(Atr.of(period));
    }

    /** Of another average true range, made for this one. */
    public static Natr of(Atr range) {
        return new Natr(range);
    }

    @Override
    public double update(double high, double low, double close) {
        double average = range.update(high, low, close);
        return Double.isNaN(average) ? value() : set(close == 0 ? 0 : 100 * average / close);
    }

    @Override
    public void reset() {
        super.reset();
        range.reset();
    }
}
