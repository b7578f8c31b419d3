package io.ttquant.backtest.data;

import org.jspecify.annotations.Nullable;

/**
 * One file that was read.
 *
 * @param file the file
 * @param interval length of its bars; null for trades
 * @param counts what was found in it
 * @param rows its rows; null if they stay in the file
 */
record Part(
        SourceFile file,
        @Nullable Interval interval,
        QualityCounts counts,
        @Nullable RowBlock rows) {
    long firstNanos() {
        return counts.firstNanos;
    }

    long lastNanos() {
        return counts.lastNanos;
    }
}
