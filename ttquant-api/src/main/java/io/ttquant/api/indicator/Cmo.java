package io.ttquant.api.indicator;

/**
 * Chande momentum oscillator: 100 (Σ gains − Σ losses) / (Σ gains + Σ losses) over n moves; 0 without a move. Ready after n + 1. Tushar Chande,
 * 1994.
 */
public final class Cmo extends Figure implements LineIndicator {
    private final RollingSums sums;
    private double previous = Double.NaN;

    private Cmo(int period) {
        super(period + 1);
        this.sums = new RollingSums(period);
    }

    /**
     * Over {@code period} moves; 14 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Cmo of(int period) {
        return new Cmo(period);
    }

    @Override
    public double update(double observation) {
        double move = Observation.finite(observation) - previous;
        previous = observation;
        if (Double.isNaN(move)) {
            return value();
        }
        sums.add(Math.max(move, 0), Math.max(-move, 0));
        if (!sums.isFull()) {
            return value();
        }
        double gain = sums.first();
        double loss = sums.second();
        return set(gain + loss == 0 ? 0 : 100 * (gain - loss) / (gain + loss));
    }

    @Override
    public void reset() {
        super.reset();
        sums.reset();
        previous = Double.NaN;
    }
}
