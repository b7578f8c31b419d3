package io.ttquant.api.indicator;

/**
 * Tillson's T3: six averages in a chain, e₁ to e₆, and −v³ e₆ + (3 v² + 3 v³) e₅ − (6 v² + 3 v + 3 v³) e₄ + (1 + 3 v + v³ + 3 v²) e₃. Ready after
 * 6 n − 5. Tim Tillson, "Smoothing Techniques for More Accurate Signals", 1998.
 */
public final class T3 extends Figure implements LineIndicator {
    private final Average[] averages = new Average[6];
    private final double c3;
    private final double c4;
    private final double c5;
    private final double c6;

    private T3(int period, double v, Smoothing smoothing) {
        super(6 * period - 5);
        java.util.Arrays.setAll(averages, i -> smoothing.average(period));
        this.c6 = -v * v * v;
        this.c5 = 3 * v * v + 3 * v * v * v;
        this.c4 = -6 * v * v - 3 * v - 3 * v * v * v;
        this.c3 = 1 + 3 * v + v * v * v + 3 * v * v;
    }

    /** With averages started by simple ones; 5 and 0.7 are usual. */
    public static T3 of(int period, double volumeFactor) {
        return of(period, volumeFactor, Smoothing.EXPONENTIAL);
    }

    /**
     * With averages of this kind.
     *
     * @throws IllegalArgumentException if the volume factor is not from 0 to 1
     */
    public static T3 of(int period, double volumeFactor, Smoothing smoothing) {
        if (!(volumeFactor >= 0 && volumeFactor <= 1)) {
            throw new IllegalArgumentException("volume factor " + volumeFactor + " must be from 0 to 1");
        }
        return new T3(period, volumeFactor, smoothing);
    }

    @Override
    public double update(double observation) {
        double value = averages[0].update(observation);
        for (int i = 1; i < 6; i++) {
            value = averages[i].feed(value);
        }
        return set(c3 * averages[2].value() + c4 * averages[3].value() + c5 * averages[4].value() + c6 * value);
    }

    @Override
    public void reset() {
        super.reset();
        for (LineIndicator average : averages) {
            average.reset();
        }
    }
}
