package io.ttquant.api.indicator;

/**
 * Arnaud Legoux moving average: weights exp(−(i − m)² / 2 s²) over n observations, i = 0 the oldest, m = offset (n − 1), s = n / sigma, divided
 * by their sum. Ready after n. One of the slow ones: O(n) an update. Arnaud Legoux and Dimitris Kouzis-Loukas, 2009.
 */
public final class Alma extends Figure implements LineIndicator {
    private final Window window;
    private final double[] weights;

    private Alma(int period, double m, double sigma) {
        super(period);
        this.window = new Window(period);
        this.weights = new double[period];
        double s = period / Observation.positive("sigma", sigma);
        double sum = 0;
        for (int i = 0; i < period; i++) {
            weights[i] = Math.exp(-(i - m) * (i - m) / (2 * s * s));
            sum += weights[i];
        }
        for (int i = 0; i < period; i++) {
            weights[i] /= sum;
        }
    }

    /**
     * An average of {@code period} observations; 9, 0.85 and 6 are usual.
     *
     * @throws IllegalArgumentException if the offset is outside 0 to 1, or sigma not above 0
     */
    public static Alma of(int period, double offset, double sigma) {
        return new Alma(period, offset(offset) * (period - 1), sigma);
    }

    /** With m rounded down to a whole number, as some have it. */
    public static Alma floored(int period, double offset, double sigma) {
        return new Alma(period, Math.floor(offset(offset) * (period - 1)), sigma);
    }

    private static double offset(double offset) {
        if (!(offset >= 0 && offset <= 1)) {
            throw new IllegalArgumentException("offset " + offset + " must be from 0, the oldest, to 1, the latest");
        }
        return offset;
    }

    @Override
    public double update(double observation) {
        window.add(Observation.finite(observation));
        if (!window.isFull()) {
            return value();
        }
        return set(window.weighted(weights));
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
    }
}
