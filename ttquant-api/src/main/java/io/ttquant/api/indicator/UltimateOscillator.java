package io.ttquant.api.indicator;

/**
 * Ultimate oscillator: 100 (4 a + 2 b + c) / 7, where a, b and c are Σ buying pressure / Σ true range over three periods, buying pressure being
 * close − min(low, previous close); a part without range counts as one half. Ready after the longest period + 1. Larry Williams, 1985.
 */
public final class UltimateOscillator extends Figure implements RangeIndicator {
    private final RollingSums[] pressuresAndRanges = new RollingSums[3];
    private double previousClose = Double.NaN;

    private UltimateOscillator(int fast, int middle, int slow) {
        super(slow + 1);
        Observation.ascending(fast, middle);
        Observation.ascending(middle, slow);
        int[] periods = {fast, middle, slow};
        for (int i = 0; i < 3; i++) {
            pressuresAndRanges[i] = new RollingSums(periods[i]);
        }
    }

    /**
     * Over these numbers of bars; 7, 14 and 28 are usual.
     *
     * @throws IllegalArgumentException if they do not ascend
     */
    public static UltimateOscillator of(int fast, int middle, int slow) {
        return new UltimateOscillator(fast, middle, slow);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low, close);
        double before = previousClose;
        previousClose = close;
        if (Double.isNaN(before)) {
            return value();
        }
        double bottom = Math.min(low, before);
        double pressure = close - bottom;
        double range = Math.max(high, before) - bottom;
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            RollingSums sums = pressuresAndRanges[i];
            sums.add(pressure, range);
            double all = sums.second();
            sum += (4 >> i) * (all == 0 ? 0.5 : sums.first() / all);
        }
        return pressuresAndRanges[2].isFull() ? set(100 * sum / 7) : value();
    }

    @Override
    public void reset() {
        super.reset();
        previousClose = Double.NaN;
        for (RollingSums sums : pressuresAndRanges) {
            sums.reset();
        }
    }
}
