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

    /** In four sums, none of which waits for another. */
    double sumOfDeviations(double mean) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i < size - 3; i += 4) {
            first += Math.abs(values[i] - mean);
            second += Math.abs(values[i + 1] - mean);
            third += Math.abs(values[i + 2] - mean);
            fourth += Math.abs(values[i + 3] - mean);
        }
        for (; i < size; i++) {
            first += Math.abs(values[i] - mean);
        }
        return (first + second) + (third + fourth);
    }

    /** Of a full window with weights, the oldest first. */
    double weighted(double[] weights) {
        int older = values.length - next;
        double first = 0;
        for (int i = 0; i < older; i++) {
            first += weights[i] * values[next + i];
        }
        double second = 0;
        for (int i = 0; i < next; i++) {
            second += weights[older + i] * values[i];
        }
        return first + second;
    }

    void reset() {
        next = 0;
        size = 0;
    }
}
