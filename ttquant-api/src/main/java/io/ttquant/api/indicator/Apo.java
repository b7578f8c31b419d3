package io.ttquant.api.indicator;

/** Absolute price oscillator: fast minus slow average. Ready with the slow one. */
public final class Apo extends Figure implements LineIndicator {
    private final Average fast;
    private final Average slow;

    private Apo(int fast, int slow, Smoothing smoothing) {
        super(slow);
        Observation.ascending(fast, slow);
        this.fast = smoothing.average(fast);
        this.slow = smoothing.average(slow);
    }

    /**
     * Of exponential averages started with simple ones; 12 and 26 are usual.
     *
     * @throws IllegalArgumentException if the fast period is not below the slow one
     */
    public static Apo of(int fast, int slow) {
        return of(fast, slow, Smoothing.EXPONENTIAL);
    }

    /** Of averages of this kind. */
    public static Apo of(int fast, int slow, Smoothing smoothing) {
        return new Apo(fast, slow, smoothing);
    }

    @Override
    public double update(double observation) {
        return set(fast.update(observation) - slow.update(observation));
    }

    @Override
    public void reset() {
        super.reset();
        fast.reset();
        slow.reset();
    }
}
