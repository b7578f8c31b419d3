package io.ttquant.api.indicator;

/**
 * Vortex: plus = Σ |high − previous low| / Σ true range over n, minus = Σ |low − previous high| / Σ true range; both 0 without range. The value
 * is plus − minus. Ready after n + 1. Etienne Botes and Douglas Siepman, 2010.
 */
public final class Vortex extends Figure implements RangeIndicator {
    private final RollingSums movements;
    private final RollingSum ranges;
    private final TrueRange range = TrueRange.of();
    private double previousHigh = Double.NaN;
    private double previousLow = Double.NaN;
    private double plus = Double.NaN;
    private double minus = Double.NaN;

    private Vortex(int period) {
        super(period + 1);
        this.movements = new RollingSums(period);
        this.ranges = new RollingSum(period);
    }

    /**
     * Over {@code period} bars; 14 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Vortex of(int period) {
        return new Vortex(period);
    }

    @Override
    public double update(double high, double low, double close) {
        double trueRange = range.update(high, low, close);
        double rise = Math.abs(high - previousLow);
        double fall = Math.abs(low - previousHigh);
        previousHigh = high;
        previousLow = low;
        if (Double.isNaN(trueRange)) {
            return value();
        }
        movements.add(rise, fall);
        double total = ranges.add(trueRange);
        if (!ranges.isFull()) {
            return value();
        }
        plus = total == 0 ? 0 : movements.first() / total;
        minus = total == 0 ? 0 : movements.second() / total;
        return set(plus - minus);
    }

    /** VI+; NaN until ready. */
    public double plus() {
        return plus;
    }

    /** VI−; NaN until ready. */
    public double minus() {
        return minus;
    }

    @Override
    public void reset() {
        super.reset();
        movements.reset();
        ranges.reset();
        range.reset();
        previousHigh = Double.NaN;
        previousLow = Double.NaN;
        plus = Double.NaN;
        minus = Double.NaN;
    }
}
