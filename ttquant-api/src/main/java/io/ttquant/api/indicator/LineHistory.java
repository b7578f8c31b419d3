package io.ttquant.api.indicator;

/** An indicator with its last values. Update this one, not the one it was made of. */
public final class LineHistory extends Remembered implements LineIndicator {
    private final LineIndicator of;

    LineHistory(LineIndicator of, int size) {
        super(of, size);
        this.of = of;
    }

    @Override
    public double update(double observation) {
        return keep(of.update(observation));
    }
}
