package io.ttquant.api.indicator;

import java.util.Arrays;

/** Two sums over the last n numbers each, that are added together: as {@link RollingSum}, with one place to keep and one turn for both. */
final class RollingSums {
    private final double[] firsts;
    private final double[] seconds;
    private int next;
    private boolean isFull;
    private double headFirst;
    private double headSecond;

    RollingSums(int period) {
        this.firsts = new double[Observation.period(period)];
        this.seconds = new double[period];
    }

    void add(double first, double second) {
        int at = next;
        firsts[at] = first;
        seconds[at] = second;
        headFirst += first;
        headSecond += second;
        next = at + 1;
        if (next == firsts.length) {
            turn();
        }
    }

    private void turn() {
        double first = 0;
        double second = 0;
        for (int i = firsts.length - 1; i >= 0; i--) {
            first += firsts[i];
            firsts[i] = first;
            second += seconds[i];
            seconds[i] = second;
        }
        next = 0;
        headFirst = 0;
        headSecond = 0;
        isFull = true;
    }

    /** Of those kept, however few: what the ring has not come to yet is 0. */
    double first() {
        return headFirst + firsts[next];
    }

    double second() {
        return headSecond + seconds[next];
    }

    boolean isFull() {
        return isFull;
    }

    void reset() {
        Arrays.fill(firsts, 0);
        Arrays.fill(seconds, 0);
        next = 0;
        headFirst = 0;
        headSecond = 0;
        isFull = false;
    }
}
