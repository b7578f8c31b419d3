package io.ttquant.api.indicator;

/**
 * Chaikin money flow: Σ multiplier × volume / Σ volume over n bars, the multiplier being ((close − low) − (high − close)) / (high − low), 0
 * without range; 0 without volume. Ready after n. Marc Chaikin.
 */
public final class Cmf extends Figure implements BarIndicator {
    private final RollingSum flows;
    private final RollingSum volumes;

    private Cmf(int period) {
        super(period);
        this.flows = new RollingSum(period);
        this.volumes = new RollingSum(period);
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
        double flow = flows.add(MoneyFlow.multiplier(high, low, close) * volume);
        double traded = volumes.add(volume);
        return flows.isFull() ? set(traded == 0 ? 0 : flow / traded) : value();
    }

    @Override
    public void reset() {
        super.reset();
        flows.reset();
        volumes.reset();
    }
}
