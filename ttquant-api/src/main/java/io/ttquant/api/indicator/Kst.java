package io.ttquant.api.indicator;

import java.util.Arrays;

/**
 * Know sure thing: 1, 2, 3 and 4 times the simple averages of four rates of change, added; the signal is a simple average of it. Ready when the
 * slowest part is. Martin Pring, 1992.
 */
public final class Kst extends Figure implements LineIndicator {
    private final int[] periods;
    private final Window window;
    private final RollingSum[] sums;
    private final double[] weights;
    private final Sma signal;

    private Kst(int[] rates, int[] averages, int signal) {
        super(warmUp(rates, averages));
        this.periods = rates.clone();
        this.window = new Window(Arrays.stream(rates).max().orElseThrow());
        this.sums = new RollingSum[rates.length];
        this.weights = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            Observation.period(rates[i]);
            sums[i] = new RollingSum(averages[i]);
            weights[i] = 100.0 * (i + 1) / averages[i];
        }
        this.signal = Sma.of(signal);
    }

    private static int warmUp(int[] rates, int[] averages) {
        if (rates.length != 4 || averages.length != 4) {
            throw new IllegalArgumentException("there are four rates of change and four averages, not " + rates.length
                    + " and " + averages.length);
        }
        int most = 0;
        for (int i = 0; i < rates.length; i++) {
            most = Math.max(most, rates[i] + averages[i]);
        }
        return most;
    }

    /** Rates over 10, 15, 20 and 30, averages of 10, 10, 10 and 15, signal of 9. */
    public static Kst of() {
        return of(new int[] {10, 15, 20, 30}, new int[] {10, 10, 10, 15}, 9);
    }

    /**
     * Of these periods.
     *
     * @throws IllegalArgumentException if there are not four of each
     */
    public static Kst of(int[] rates, int[] averages, int signal) {
        return new Kst(rates, averages, signal);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        boolean isReady = window.isFull();
        double total = 0;
        for (int i = 0; i < periods.length; i++) {
            if (window.size() >= periods[i]) {
                total += weights[i] * sums[i].add(change(observation, window.ago(periods[i] - 1)));
                isReady &= sums[i].isFull();
            }
        }
        window.add(observation);
        if (!isReady) {
            return value();
        }
        signal.update(total);
        return set(total);
    }

    private static double change(double observation, double before) {
        return before == 0 ? 0 : Observation.finite((observation - before) / before);
    }

    /** The simple average of the value; NaN until ready. */
    public double signal() {
        return signal.value();
    }

    @Override
    public void reset() {
        super.reset();
        for (RollingSum sum : sums) {
            sum.reset();
        }
        window.reset();
        signal.reset();
    }
}
