package io.ttquant.api.indicator;

/**
 * Money flow index: 100 × Σ up flow / Σ flow over n bars, a flow being typical price × volume, up if the typical price rose, down if it fell,
 * neither if equal; 50 without flow. Ready after n + 1. Gene Quong and Avrum Soudack, 1989.
 */
public final class Mfi extends Figure implements BarIndicator {
    private final RollingSums sums;
    private double previous = Double.NaN;

    private Mfi(int period) {
        super(period + 1);
        this.sums = new RollingSums(period);
    }

    /**
     * Over {@code period} bars; 14 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Mfi of(int period) {
        return new Mfi(period);
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        Observation.finite(high, low, close);
        Observation.volume(volume);
        double typical = (high + low + close) / 3;
        double before = previous;
        previous = typical;
        if (Double.isNaN(before)) {
            return value();
        }
        double flow = typical * volume;
        sums.add(Chosen.ifAbove(typical, before, flow), Chosen.ifAbove(before, typical, flow));
        if (!sums.isFull()) {
            return value();
        }
        double up = sums.first();
        double down = sums.second();
        return set(up + down == 0 ? 50 : 100 * up / (up + down));
    }

    @Override
    public void reset() {
        super.reset();
        sums.reset();
        previous = Double.NaN;
    }
}
