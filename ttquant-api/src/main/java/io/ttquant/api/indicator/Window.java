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

    /** An observation by its age, 0 the latest. */
    double ago(int age) {
        int i = next - 1 - age;
        return values[i < 0 ? i + values.length : i];
    }

    /** The oldest of a full window. */
    double oldest() {
        return values[next];
    }

    /** How many of those kept are below a number. */
    int below(double bound) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += values[i] < bound ? 1 : 0;
        }
        return count;
    }

    double sumOfDeviations(double mean) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.abs(values[i] - mean);
        }
        return sum;
    }

    void reset() {
        next = 0;
        size = 0;
    }
}
