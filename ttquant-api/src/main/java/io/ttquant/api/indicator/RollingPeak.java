package io.ttquant.api.indicator;

import java.util.Arrays;

/**
 * The highest or lowest of the last n numbers, as {@link RollingExtreme} but without its age, and so without a jump that depends on the numbers: a
 * processor guesses those wrong too often.
 */
final class RollingPeak {
    private final double[] block;
    private final double sign;
    private int next;
    private int size;
    private double head = Double.NEGATIVE_INFINITY;

    private RollingPeak(int period, double sign) {
        this.block = new double[Observation.period(period)];
        this.sign = sign;
        reset();
    }

    static RollingPeak highest(int period) {
        return new RollingPeak(period, 1);
    }

    static RollingPeak lowest(int period) {
        return new RollingPeak(period, -1);
    }

    void add(double value) {
        double signed = sign * value;
        block[next] = signed;
        head = Math.max(head, signed);
        next++;
        if (size < block.length) {
            size++;
        }
        if (next == block.length) {
            turn();
        }
    }

    private void turn() {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = block.length - 1; i >= 0; i--) {
            best = Math.max(best, block[i]);
            block[i] = best;
        }
        next = 0;
        head = Double.NEGATIVE_INFINITY;
    }

    /** The extreme of those kept, however few. */
    double value() {
        return sign * Math.max(head, block[next]);
    }

    boolean isFull() {
        return size == block.length;
    }

    void reset() {
        Arrays.fill(block, Double.NEGATIVE_INFINITY);
        next = 0;
        size = 0;
        head = Double.NEGATIVE_INFINITY;
    }
}
