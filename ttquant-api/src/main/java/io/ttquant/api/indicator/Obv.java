package io.ttquant.api.indicator;

/**
 * On-balance volume: the volume is added on a higher close, subtracted on a lower one. The first bar counts as 0; ready after it. Joseph
 * Granville, 1963.
 */
public final class Obv extends Figure implements BarIndicator {
    private final RunningSum sum = new RunningSum();
    private double previousClose;

    private Obv() {
        super(1);
    }

    /** A new one. */
    public static Obv of() {
        return new Obv();
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        return update(close, volume);
    }

    /** Takes a close and a volume. */
    public double update(double close, double volume) {
        Observation.finite(close);
        Observation.volume(volume);
        double before = isReady() ? previousClose : close;
        previousClose = close;
        return set(sum.add(Chosen.ifAbove(close, before, volume) - Chosen.ifAbove(before, close, volume)));
    }

    @Override
    public void reset() {
        super.reset();
        sum.reset();
    }
}
