package io.ttquant.api.indicator;

/**
 * Know sure thing: 1, 2, 3 and 4 times the simple averages of four rates of change, added; the signal is a simple average of it. Ready when the
 * slowest part is. Martin Pring, 1992.
 */
public final class Kst extends Figure implements LineIndicator {
    private final Roc[] rates;
    private final Sma[] averages;
    private final Sma signal;

    private Kst(int[] rates, int[] averages, int signal) {
        super(warmUp(rates, averages));
        this.rates = new Roc[rates.length];
        this.averages = new Sma[rates.length];
        for (int i = 0; i < rates.length; i++) {
            this.rates[i] = Roc.of(rates[i]);
            this.averages[i] = Sma.of(averages[i]);
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
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += (i + 1) * feed(averages[i], rates[i].update(observation));
        }
        feed(signal, sum);
        return set(sum);
    }

    /** The simple average of the value; NaN until ready. */
    public double signal() {
        return signal.value();
    }

    @Override
    public void reset() {
        super.reset();
        for (int i = 0; i < rates.length; i++) {
            rates[i].reset();
            averages[i].reset();
        }
        signal.reset();
    }
}
