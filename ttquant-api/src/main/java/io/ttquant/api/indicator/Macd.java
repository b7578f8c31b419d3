package io.ttquant.api.indicator;

/**
 * Moving average convergence divergence: fast minus slow exponential average, with an exponential average of that difference as signal. All started
 * with simple averages unless another kind is asked for. Ready with the slow average; the signal needs its own period more. Gerald Appel, 1979.
 */
public final class Macd extends Figure implements LineIndicator {
    private final Average fast;
    private final Average slow;
    private final Average signal;

    private Macd(Average fast, Average slow, Average signal) {
        super(slow.warmUp());
        this.fast = fast;
        this.slow = slow;
        this.signal = signal;
    }

    /**
     * Of these periods; 12, 26 and 9 are usual.
     *
     * @throws IllegalArgumentException if the fast period is not below the slow one
     */
    public static Macd of(int fast, int slow, int signal) {
        return of(fast, slow, signal, Smoothing.EXPONENTIAL);
    }

    /** With averages of this kind. */
    public static Macd of(int fast, int slow, int signal, Smoothing smoothing) {
        Observation.ascending(fast, slow);
        return new Macd(smoothing.average(fast), smoothing.average(slow), smoothing.average(signal));
    }

    /** As first published: factors 0.15, 0.075 and 0.2, all started with the first observation. */
    public static Macd appel() {
        return new Macd(Ema.ofFactor(0.15, 12), Ema.ofFactor(0.075, 26), Ema.ofFactor(0.2, 9));
    }

    @Override
    public double update(double observation) {
        double difference = fast.update(observation) - slow.update(observation);
        signal.feed(difference);
        return set(difference);
    }

    /** The average of the difference; NaN until ready. */
    public double signal() {
        return signal.value();
    }

    /** Difference minus signal; NaN until ready. */
    public double histogram() {
        return value() - signal();
    }

    @Override
    public void reset() {
        super.reset();
        fast.reset();
        slow.reset();
        signal.reset();
    }
}
