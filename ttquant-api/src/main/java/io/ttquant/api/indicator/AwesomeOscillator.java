package io.ttquant.api.indicator;

/**
 * Awesome oscillator: simple average of the median price (high + low) / 2 over the fast period minus that over the slow one. Ready with the slow
 * one. Bill Williams, 1998.
 */
public final class AwesomeOscillator extends Figure implements RangeIndicator {
    private final Sma fast;
    private final Sma slow;

    private AwesomeOscillator(int fast, int slow) {
        super(slow);
        Observation.ascending(fast, slow);
        this.fast = Sma.of(fast);
        this.slow = Sma.of(slow);
    }

    /** Over 5 and 34 bars. */
    public static AwesomeOscillator of() {
        return of(5, 34);
    }

    /**
     * Over these numbers of bars.
     *
     * @throws IllegalArgumentException if they do not ascend
     */
    public static AwesomeOscillator of(int fast, int slow) {
        return new AwesomeOscillator(fast, slow);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low);
        double median = (high + low) / 2;
        return set(fast.update(median) - slow.update(median));
    }

    @Override
    public void reset() {
        super.reset();
        fast.reset();
        slow.reset();
    }
}
