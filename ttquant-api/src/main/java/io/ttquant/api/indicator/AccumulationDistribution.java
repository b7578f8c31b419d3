package io.ttquant.api.indicator;

/**
 * Accumulation/distribution line: the running sum of multiplier × volume, the multiplier being ((close − low) − (high − close)) / (high − low), 0
 * without range. Ready after one bar. Marc Chaikin.
 */
public final class AccumulationDistribution extends Figure implements BarIndicator {
    private final RunningSum sum = new RunningSum();

    private AccumulationDistribution() {
        super(1);
    }

    /** A new one. */
    public static AccumulationDistribution of() {
        return new AccumulationDistribution();
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        Observation.volume(volume);
        return set(sum.add(MoneyFlow.multiplier(high, low, close) * volume));
    }

    @Override
    public void reset() {
        super.reset();
        sum.reset();
    }
}
