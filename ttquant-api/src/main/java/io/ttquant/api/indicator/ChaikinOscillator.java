package io.ttquant.api.indicator;

/**
 * Chaikin oscillator: fast minus slow exponential average of the {@link AccumulationDistribution} line, started with its first value unless
 * another kind is asked for. Ready with the slow average. Marc Chaikin.
 */
public final class ChaikinOscillator extends Figure implements BarIndicator {
    private final AccumulationDistribution line = AccumulationDistribution.of();
    private final Apo difference;

    private ChaikinOscillator(Apo difference) {
        super(difference.warmUp());
        this.difference = difference;
    }

    /**
     * Of these periods; 3 and 10 are usual.
     *
     * @throws IllegalArgumentException if the fast period is not below the slow one
     */
    public static ChaikinOscillator of(int fast, int slow) {
        return of(fast, slow, Smoothing.EXPONENTIAL_SEEDED_BY_FIRST);
    }

    /** With averages of this kind. */
    public static ChaikinOscillator of(int fast, int slow, Smoothing smoothing) {
        return new ChaikinOscillator(Apo.of(fast, slow, smoothing));
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        return set(difference.update(line.update(open, high, low, close, volume)));
    }

    @Override
    public void reset() {
        super.reset();
        line.reset();
        difference.reset();
    }
}
