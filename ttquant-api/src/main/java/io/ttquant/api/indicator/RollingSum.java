package io.ttquant.api.indicator;

import java.util.Arrays;

/**
 * The sum of the last n numbers without ever subtracting: the numbers since the ring last turned are summed as they come, and the older ones as
 * suffix sums when it turns. So nothing drifts, nothing cancels, and an update is O(1) on average.
 */
final class RollingSum {
    private final double[] block;
    private int next;
    private int size;
    private double head;

    RollingSum(int period) {
        this.block = new double[Observation.period(period)];
    }

    double add(double value) {
        block[next] = value;
        head += value;
        next++;
        if (size < block.length) {
            size++;
        }
        if (next == block.length) {
            turn();
        }
        return sum();
    }

    private void turn() {
        double sum = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            sum += block[i];
            block[i] = sum;
        }
        next = 0;
        head = 0;
    }

    double sum() {
        return size < block.length ? head : head + block[next];
    }

    boolean isFull() {
        return size == block.length;
    }

    void reset() {
        Arrays.fill(block, 0);
        next = 0;
        size = 0;
        head = 0;
    }
}
