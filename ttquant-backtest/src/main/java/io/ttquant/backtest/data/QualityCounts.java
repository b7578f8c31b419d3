package io.ttquant.backtest.data;

import io.ttquant.api.time.EpochNanos;

/** What is counted while a file is read. */
final class QualityCounts {
    long rows;
    long firstNanos;
    long lastNanos;
    long gaps;
    long missing;
    long longestGap;
    long longestGapNanos;
    long duplicates;
    long outOfOrder;
    boolean isReversed;
    long outliers;
    long largestMoveNanos;
    double largestMove;
    double lastPrice;
    long zeroVolume;
    boolean hasVolume = true;
    long roundedVolumes;
    long openOutside;
    long closeOutside;
    long shortBars;
    long shortBarNanos;
    long unfinished;
    long offGrid;
    long unitChanges;
    long overlapping;
    long missingBefore;
    boolean isDateOnly;

    void gap(long missingRows, long afterNanos) {
        gaps++;
        missing += missingRows;
        if (missingRows > longestGap) {
            longestGap = missingRows;
            longestGapNanos = afterNanos;
        }
    }

    void shortBar(long nanos) {
        if (shortBars++ == 0) {
            shortBarNanos = nanos;
        }
    }

    String longest() {
        return "longest " + longestGap + " after " + EpochNanos.format(longestGapNanos);
    }
}
