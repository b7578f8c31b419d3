package io.ttquant.api.indicator;

/** Volume-weighted moving average: Σ price × volume / Σ volume over n bars; the simple average if nothing was traded. Ready after n. */
public final class Vwma extends Figure implements BarIndicator {
    private final Source source;
    private final RollingSum prices;
    private final RollingSums valuesAndVolumes;
    private final int period;

    private Vwma(int period, Source source) {
        super(period);
        this.source = source;
        this.prices = new RollingSum(period);
        this.valuesAndVolumes = new RollingSums(period);
        this.period = period;
    }

    /** Of closes. */
    public static Vwma of(int period) {
        return of(period, Source.CLOSE);
    }

    /** Of this price of bars. */
    public static Vwma of(int period, Source source) {
        return new Vwma(period, source);
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        return update(source.of(open, high, low, close, volume), volume);
    }

    /** Takes a price and what was traded at it. */
    public double update(double price, double volume) {
        Observation.finite(price);
        valuesAndVolumes.add(price * Observation.volume(volume), volume);
        double sum = prices.add(price);
        if (!prices.isFull()) {
            return value();
        }
        double traded = valuesAndVolumes.second();
        return set(traded > 0 ? valuesAndVolumes.first() / traded : sum / period);
    }

    @Override
    public void reset() {
        super.reset();
        prices.reset();
        valuesAndVolumes.reset();
    }
}
