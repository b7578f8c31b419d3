package io.ttquant.api.indicator;

import java.util.Arrays;

/**
 * The sum of the last n numbers without ever subtracting: the numbers since the ring last turned are summed as they come, and the older ones as
 * suffix sums when it turns. So nothing drifts, nothing cancels, and an update is O(1) on average.
 */
final class RollingSum {
    private final double[] block;
    private int next;
    private boolean isFull;
    private double head;

    RollingSum(int period) {
        this.block = new double[Observation.period(period)];
    }

    double add(double value) {
        int at = next;
        block[at] = value;
        head += value;
        next = at + 1;
        if (next == block.length) {
            turn();
        }
        return head + block[next];
    }

    private void turn() {
        double sum = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            sum += block[i];
            block[i] = sum;
        }
        next = 0;
        head = 0;
        isFull = true;
    }

    /** Of those kept, however few: what the ring has not come to yet is 0. */
    double sum() {
        return head + block[next];
    }

    boolean isFull() {
        return isFull;
    }

    void reset() {
        Arrays.fill(block, 0);
        next = 0;
        isFull = false;
        head = 0;
    }
}
