package io.ttquant.api.indicator;

/**
 * Percentage price oscillator: 100 (fast − slow) / slow of exponential averages, with an average of it as signal; 0 if the divisor is 0. Ready
 * with the slow average; the signal needs its own period more. Gerald Appel. Over volumes it is the PVO.
 */
public final class Ppo extends Figure implements LineIndicator {
    private final Average fast;
    private final Average slow;
    private final Average signal;
    private final boolean isByFast;

    private Ppo(int fast, int slow, int signal, Smoothing smoothing, boolean isByFast) {
        super(slow);
        Observation.ascending(fast, slow);
        this.fast = smoothing.average(fast);
        this.slow = smoothing.average(slow);
        this.signal = smoothing.average(signal);
        this.isByFast = isByFast;
    }

    /**
     * Of averages started with simple ones; 12, 26 and 9 are usual.
     *
     * @throws IllegalArgumentException if the fast period is not below the slow one
     */
    public static Ppo of(int fast, int slow, int signal) {
        return of(fast, slow, signal, Smoothing.EXPONENTIAL);
    }

    /** Of averages of this kind. */
    public static Ppo of(int fast, int slow, int signal, Smoothing smoothing) {
        return new Ppo(fast, slow, signal, smoothing, false);
    }

    /** Divided by the fast average instead. */
    public static Ppo byFast(int fast, int slow, int signal) {
        return new Ppo(fast, slow, signal, Smoothing.EXPONENTIAL, true);
    }

    @Override
    public double update(double observation) {
        double quick = fast.update(observation);
        double lazy = slow.update(observation);
        double divisor = isByFast ? quick : lazy;
        double now = divisor == 0 ? 0 : 100 * (quick - lazy) / divisor;
        if (!slow.isReady()) {
            return value();
        }
        signal.update(now);
        return set(now);
    }

    /** The average of the value; NaN until ready. */
    public double signal() {
        return signal.value();
    }

    /** Value minus signal; NaN until ready. */
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
