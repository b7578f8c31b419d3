package io.ttquant.api.indicator;

/** A sum of everything so far, with the rounding error of each addition carried along (Neumaier, 1974), so that it does not drift. */
final class RunningSum {
    private double sum;
    private double rest;

    double add(double value) {
        double next = sum + value;
        rest += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
        return sum + rest;
    }

    void reset() {
        sum = 0;
        rest = 0;
    }
}
