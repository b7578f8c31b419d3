package io.ttquant.api.indicator;

/**
 * Stochastic RSI: where the relative strength index lies between its lowest and highest of n, 0 to 100; 50 if those are equal. Its signal is a
 * simple average. Ready after rsi + n. Tushar Chande and Stanley Kroll, 1994.
 */
public final class StochasticRsi extends Figure implements LineIndicator {
    private final Rsi rsi;
    private final RollingRange range;
    private final Sma smooth;
    private final Sma signal;

    private StochasticRsi(int rsi, int period, int smooth, int signal) {
        super(rsi + period + smooth - 1);
        this.rsi = Rsi.of(rsi);
        this.range = new RollingRange(period);
        this.smooth = Sma.of(smooth);
        this.signal = Sma.of(signal);
    }

    /**
     * Index over {@code rsi}, place among {@code period}, averaged over {@code smooth} (1: not), signal over {@code signal}; 14, 14, 3, 3 are
     * usual.
     */
    public static StochasticRsi of(int rsi, int period, int smooth, int signal) {
        return new StochasticRsi(rsi, period, smooth, signal);
    }

    @Override
    public double update(double observation) {
        double strength = rsi.update(observation);
        if (Double.isNaN(strength)) {
            return value();
        }
        range.add(strength, strength);
        if (!range.isFull()) {
            return value();
        }
        double k = smooth.update(Stochastic.place(strength, range.lowest(), range.highest()));
        feed(signal, k);
        return set(k);
    }

    /** The average of the value; NaN until ready. */
    public double signal() {
        return signal.value();
    }

    @Override
    public void reset() {
        super.reset();
        rsi.reset();
        range.reset();
        smooth.reset();
        signal.reset();
    }
}
