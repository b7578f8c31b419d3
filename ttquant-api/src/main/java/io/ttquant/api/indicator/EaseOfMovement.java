package io.ttquant.api.indicator;

/**
 * Ease of movement: simple average over n of (move of the median price) × (high − low) × scale / volume; 0 without volume. n = 1 is the raw one.
 * Ready after n + 1. Richard Arms.
 */
public final class EaseOfMovement extends Figure implements BarIndicator {
    private final Sma average;
    private final double scale;
    private double previous = Double.NaN;

    private EaseOfMovement(int period, double scale) {
        super(period + 1);
        this.average = Sma.of(period);
        this.scale = Observation.positive("scale", scale);
    }

    /** With volumes in units of {@code scale}; 14 and 10 000 or 100 000 000 are usual. */
    public static EaseOfMovement of(int period, double scale) {
        return new EaseOfMovement(period, scale);
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        Observation.finite(high, low);
        Observation.volume(volume);
        double median = (high + low) / 2;
        double move = median - previous;
        previous = median;
        if (Double.isNaN(move)) {
            return value();
        }
        return set(average.update(volume == 0 ? 0 : move * (high - low) * scale / volume));
    }

    @Override
    public void reset() {
        super.reset();
        average.reset();
        previous = Double.NaN;
    }
}
