package io.ttquant.api.indicator;

import java.util.Arrays;

/**
 * Weighted moving average: the latest of n observations weighs n, the one before n − 1, the oldest 1; divided by n (n + 1) / 2. Ready after n.
 * Computed from sums of two blocks, so that nothing is subtracted and nothing drifts.
 */
public final class Wma extends Average {
    private final double[] sums;
    private final double[] weighted;
    private final double divisor;
    private int next;
    private boolean isFull;
    private double headSum;
    private double headWeighted;

    private Wma(int period) {
        super(period);
        this.sums = new double[Observation.period(period)];
        this.weighted = new double[period];
        this.divisor = period * (period + 1.0) / 2;
    }

    /**
     * An average of {@code period} observations.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Wma of(int period) {
        return new Wma(period);
    }

    @Override
    public double update(double observation) {
        sums[next] = Observation.finite(observation);
        next++;
        headSum += observation;
        headWeighted += next * observation;
        if (next == sums.length) {
            turn();
        }
        if (!isFull) {
            return value();
        }
        double older = (double) sums.length - next;
        return set((weighted[next] + older * headSum + headWeighted) / divisor);
    }

    private void turn() {
        double sum = 0;
        double total = 0;
        for (int i = sums.length - 1; i >= 0; i--) {
            total += sum + sums[i];
            sum += sums[i];
            sums[i] = sum;
            weighted[i] = total;
        }
        next = 0;
        headSum = 0;
        headWeighted = 0;
        isFull = true;
    }

    @Override
    public void reset() {
        super.reset();
        Arrays.fill(weighted, 0);
        next = 0;
        headSum = 0;
        headWeighted = 0;
        isFull = false;
    }
}
