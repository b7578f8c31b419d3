package io.ttquant.api.indicator;

/**
 * Moving average convergence divergence: fast minus slow exponential average, with an exponential average of that difference as signal. All started
 * with simple averages. Gerald Appel, 1979.
 */
public final class Macd implements Indicator {
    private final Ema fast;
    private final Ema slow;
    private final Ema signal;

    private Macd(int fast, int slow, int signal) {
        if (fast >= slow) {
            throw new IllegalArgumentException("fast period " + fast + " must be below the slow period " + slow);
        }
        this.fast = Ema.of(fast);
        this.slow = Ema.of(slow);
        this.signal = Ema.of(signal);
    }

    /**
     * Of these periods; 12, 26 and 9 are usual.
     *
     * @throws IllegalArgumentException if the fast period is not below the slow one
     */
    public static Macd of(int fast, int slow, int signal) {
        return new Macd(fast, slow, signal);
    }

    /** Takes an observation; returns {@link #value()} after it. */
    public double update(double observation) {
        fast.update(observation);
        slow.update(observation);
        if (slow.isReady()) {
            signal.update(value());
        }
        return value();
    }

    /** Fast minus slow average; NaN until both are ready. */
    @Override
    public double value() {
        return fast.value() - slow.value();
    }

    /** The average of the difference; NaN until ready. */
    public double signal() {
        return signal.value();
    }

    /** Difference minus signal; NaN until ready. */
    public double histogram() {
        return value() - signal();
    }

    /** True once the difference is known; the signal needs its own period more. */
    @Override
    public boolean isReady() {
        return slow.isReady();
    }
}
