package io.ttquant.api.indicator;

/**
 * How far a path went above and below the straight line over its last n steps. The extremes are mostly where they were at the step before: beginning
 * with those, few other points pass them, and one comparison says whether a point lies farther from the middle between them than they do.
 */
final class Excursion {
    /** An extreme itself must not seem to lie beyond itself where it is rounded otherwise. */
    private static final double ROUNDING = 1 + 0x1p-48;

    /** So few steps are looked at in eights. */
    private static final int FEW = 16;

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
        return size <= FEW ? rangeOfFew(sums, from, slope) : rangeOfMany(sums, from, slope);
    }

    /** Without a jump that depends on the numbers, since among few steps the extremes change too often to be guessed. */
    private double rangeOfFew(double[] sums, int from, double slope) {
        most = 0;
        least = 0;
        double first = sums[from];
        int i = 0;
        for (; i < size - 7; i += 8) {
            eight(sums, from + i, first + i * slope, slope);
        }
        for (; i < size; i++) {
            double total = sums[from + i] - (first + i * slope);
            most = Math.max(most, total);
            least = Math.min(least, total);
        }
        return most - least;
    }

    /** Twice the larger of two numbers is their sum and the size of their difference, so here eight times the largest of eight is looked for. */
    private void eight(double[] sums, int at, double line, double slope) {
        double twice = 2 * slope;
        double thrice = 3 * slope;
        double next = line + 4 * slope;
        double a = sums[at] - line;
        double b = sums[at + 1] - (line + slope);
        double c = sums[at + 2] - (line + twice);
        double d = sums[at + 3] - (line + thrice);
        double e = sums[at + 4] - next;
        double f = sums[at + 5] - (next + slope);
        double g = sums[at + 6] - (next + twice);
        double h = sums[at + 7] - (next + thrice);
        double ab = Math.abs(a - b);
        double cd = Math.abs(c - d);
        double ef = Math.abs(e - f);
        double gh = Math.abs(g - h);
        double high = twiceLarger(twiceLarger(a + b + ab, c + d + cd), twiceLarger(e + f + ef, g + h + gh));
        double low = twiceSmaller(twiceSmaller(a + b - ab, c + d - cd), twiceSmaller(e + f - ef, g + h - gh));
        most = Math.max(most, high * 0.125);
        least = Math.min(least, low * 0.125);
    }

    private static double twiceLarger(double x, double y) {
        return x + y + Math.abs(x - y);
    }

    private static double twiceSmaller(double x, double y) {
        return x + y - Math.abs(x - y);
    }

    private double rangeOfMany(double[] sums, int from, double slope) {
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
