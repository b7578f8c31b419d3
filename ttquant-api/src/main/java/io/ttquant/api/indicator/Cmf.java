package io.ttquant.api.indicator;

/**
 * Chaikin money flow: Σ multiplier × volume / Σ volume over n bars, the multiplier being ((close − low) − (high − close)) / (high − low), 0
 * without range; 0 without volume. Ready after n. Marc Chaikin.
 */
public final class Cmf extends Figure implements BarIndicator {
    private final RollingSums flowsAndVolumes;

    private Cmf(int period) {
        super(period);
        this.flowsAndVolumes = new RollingSums(period);
    }

    /**
     * Over {@code period} bars; 20 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Cmf of(int period) {
        return new Cmf(period);
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        Observation.volume(volume);
        flowsAndVolumes.add(MoneyFlow.multiplier(high, low, close) * volume, volume);
        double traded = flowsAndVolumes.second();
        return flowsAndVolumes.isFull() ? set(traded == 0 ? 0 : flowsAndVolumes.first() / traded) : value();
    }

    @Override
    public void reset() {
        super.reset();
        flowsAndVolumes.reset();
    }
}
