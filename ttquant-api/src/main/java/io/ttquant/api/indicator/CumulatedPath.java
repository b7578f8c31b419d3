package io.ttquant.api.indicator;

/**
 * The last n observations and their running sum, each in one piece of an array, so that loops over a part of them need no wrapping. Sums are of
 * differences to a reference, and are begun anew every n observations from the latest one, so that they neither drift nor grow with the level of
 * the observations.
 */
final class CumulatedPath {
    private final int period;
    private final double[] values;
    private final double[] sums;
    private int at;
    private int count;
    private int equal;
    private double reference;
    private double largest;

    CumulatedPath(int period) {
        this.period = period;
        this.values = new double[2 * period + 1];
        this.sums = new double[2 * period + 1];
    }

    void add(double value) {
        if (count == 0) {
            reference = value;
        } else if (at == (2 * period)) {
            turn();
        }
        equal = (count > 0 && values[at] == value) ? equal + 1 : 1;
        at++;
        count++;
        values[at] = value;
        double sum = sums[at - 1] + (value - reference);
        sums[at] = sum;
        largest = Math.max(largest, Math.abs(sum));
    }

    /** Moves the last n to the front and sums them anew, 0 at the latest. */
    private void turn() {
        System.arraycopy(values, period + 1, values, 1, period);
        at = period;
        reference = values[at];
        largest = 0;
        sums[at] = 0;
        for (int i = at; i > 0; i--) {
            sums[i - 1] = sums[i] - (values[i] - reference);
            largest = Math.max(largest, Math.abs(sums[i - 1]));
        }
        count = period;
    }

    /** The place of the latest observation, from 1. */
    int at() {
        return at;
    }

    /** How many observations there are, at least up to n. */
    int count() {
        return count;
    }

    /** How many of the latest observations are equal. */
    int equal() {
        return equal;
    }

    double reference() {
        return reference;
    }

    double[] values() {
        return values;
    }

    /** At each place the sum of the observations up to it, less the reference each, from an arbitrary begin. */
    double[] sums() {
        return sums;
    }

    /** The largest sum in size of those kept. */
    double largest() {
        return largest;
    }

    void reset() {
        at = 0;
        count = 0;
        equal = 0;
        sums[0] = 0;
        largest = 0;
    }
}
