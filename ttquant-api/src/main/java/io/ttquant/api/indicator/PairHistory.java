package io.ttquant.api.indicator;

/** An indicator of pairs with its last values. Update this one, not the one it was made of. */
public final class PairHistory extends Remembered implements PairIndicator {
    private final PairIndicator of;

    PairHistory(PairIndicator of, int size) {
        super(of, size);
        this.of = of;
    }

    @Override
    public double update(double x, double y) {
        return keep(of.update(x, y));
    }
}
