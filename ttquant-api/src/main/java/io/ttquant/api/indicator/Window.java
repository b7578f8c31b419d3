package io.ttquant.api.indicator;

/** The last n observations in a ring. */
final class Window {
    private final double[] values;
    private int next;
    private int size;

    Window(int period) {
        this.values = new double[Observation.period(period)];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == values.length;
    }

    /** Adds an observation; returns the one that falls out, 0 while the window fills. */
    double add(double value) {
        double old = isFull() ? values[next] : 0;
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        if (size < values.length) {
            size++;
        }
        return old;
    }

    /** True once every {@code period} additions, when the ring starts anew: the moment to sum afresh, so that rounding cannot pile up. */
    boolean isTurning() {
        return next == 0;
    }

    /** An observation by its age, 0 the latest. */
    double ago(int age) {
        int i = next - 1 - age;
        return values[i < 0 ? i + values.length : i];
    }

    double sum() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum;
    }

    double sumOfSquares(double mean) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double d = values[i] - mean;
            sum += d * d;
        }
        return sum;
    }
}
