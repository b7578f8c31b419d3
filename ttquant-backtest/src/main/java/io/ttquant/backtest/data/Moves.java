package io.ttquant.backtest.data;

import io.ttquant.api.money.FixedPoint;

/**
 * Watches the moves of a price from row to row. A move is the larger price over the smaller, less one, so that a fall to a half and the rise
 * back count alike. Only what is counted here is floating point; prices are not changed.
 */
final class Moves {
    private final double outlier;
    private final QualityCounts counts;
    private double last;
    private double largest = 1;

    Moves(double outlier, QualityCounts counts) {
        this.outlier = 1 + outlier;
        this.counts = counts;
    }

    void accept(RowBlock block, Field field) {
        long[] price = block.column(field);
        long[] time = block.column(Field.TIME);
        double unit = 1.0 / FixedPoint.pow10(block.priceScale);
        double watched = Math.min(largest, outlier);
        for (int i = 0; i < block.size; i++) {
            double now = price[i] * unit;
            if (last > 0 && (now > last * watched || last > now * watched)) {
                note(Math.max(now / last, last / now), time[i]);
                watched = Math.min(largest, outlier);
            }
            last = now;
        }
        counts.lastPrice = last;
    }

    private void note(double ratio, long nanos) {
        if (ratio > largest) {
            largest = ratio;
            counts.largestMove = ratio - 1;
            counts.largestMoveNanos = nanos;
        }
        if (ratio > outlier) {
            counts.outliers++;
        }
    }
}
