package io.ttquant.api.indicator;

/**
 * How far a path went above and below the straight line over its last n steps. The extremes are mostly where they were at the step before: beginning
 * with those, few other points pass them, and one comparison says whether a point lies farther from the middle between them than they do.
 */
final class Excursion {
    /** Points less than this part of the range beyond an extreme are taken for the extreme itself, which rounding may place there. */
    private static final double ROUNDING = 1 + 0x1p-48;

    private final int size;
    private int highAge;
    private int lowAge;
    private double most;
    private double least;

    Excursion(int size) {
        this.size = size;
    }

    /** One more step came, whether measured or not. */
    void age() {
        highAge++;
        lowAge++;
    }

    /** From the lowest to the highest of the steps that end at a place, beside a line of this slope. */
    double range(double[] sums, int at, double slope) {
        int from = at - size;
        int high = highAge < size ? size - highAge : 0;
        int low = lowAge < size ? size - lowAge : 0;
        most = sums[from + high] - high * slope;
        least = sums[from + low] - low * slope;
        if (most < least) {
            swap();
        }
        int i = 0;
        while (i < size) {
            i = passing(sums, from, i, slope);
            if (i < size) {
                widen(sums[from + i] - i * slope, i);
                i++;
            }
        }
        return most - least;
    }

    private void swap() {
        double high = least;
        least = most;
        most = high;
        int age = lowAge;
        lowAge = highAge;
        highAge = age;
    }

    private void widen(double total, int place) {
        if (total > most) {
            most = total;
            highAge = size - place;
        }
        if (total < least) {
            least = total;
            lowAge = size - place;
        }
    }

    /** The first point from a place on that passes an extreme; the size if none does. */
    private int passing(double[] sums, int from, int begin, double slope) {
        double middle = (most + least) / 2;
        double half = Math.abs(most - least) / 2 * ROUNDING;
        int i = begin;
        double first = middle + i * slope;
        double second = first + slope;
        double third = second + slope;
        double fourth = third + slope;
        double step = 4 * slope;
        for (; i < size - 3; i += 4) {
            if (Math.abs(sums[from + i] - first) > half) {
                return i;
            }
            if (Math.abs(sums[from + i + 1] - second) > half) {
                return i + 1;
            }
            if (Math.abs(sums[from + i + 2] - third) > half) {
                return i + 2;
            }
            if (Math.abs(sums[from + i + 3] - fourth) > half) {
                return i + 3;
            }
            first += step;
            second += step;
            third += step;
            fourth += step;
        }
        for (; i < size; i++) {
            if (Math.abs(sums[from + i] - first) > half) {
                return i;
            }
            first += slope;
        }
        return size;
    }

    void reset() {
        highAge = 0;
        lowAge = 0;
    }
}
