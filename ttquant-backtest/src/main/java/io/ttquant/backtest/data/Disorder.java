package io.ttquant.backtest.data;

import io.ttquant.api.time.EpochNanos;
import java.util.Arrays;

/** Puts the rows of a file in the order of time, if they are nearly so, or exactly the other way round. */
final class Disorder {
    private final SourceFile file;
    private final QualityCounts counts;
    private final long limitNanos;
    private final String limit;

    /**
     * @param limitNanos by how much a row may be earlier than the latest one above it
     * @param limit the same in words
     */
    Disorder(SourceFile file, QualityCounts counts, long limitNanos, String limit) {
        this.file = file;
        this.counts = counts;
        this.limitNanos = limitNanos;
        this.limit = limit;
    }

    void mend(RowBlock rows) {
        long[] time = rows.column(Field.TIME);
        int back = 0;
        int ahead = 0;
        for (int i = 1; i < rows.size; i++) {
            back += time[i] < time[i - 1] ? 1 : 0;
            ahead += time[i] > time[i - 1] ? 1 : 0;
        }
        if (back == 0) {
            return;
        }
        if (ahead == 0) {
            reverse(rows);
        } else {
            sort(rows, time);
        }
    }

    private void reverse(RowBlock rows) {
        int[] order = new int[rows.size];
        Arrays.setAll(order, i -> rows.size - 1 - i);
        rows.arrange(order);
        counts.isReversed = true;
        counts.outOfOrder = rows.size;
    }

    private void sort(RowBlock rows, long[] time) {
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < rows.size; i++) {
            if (time[i] < latest) {
                counts.outOfOrder++;
                requireMendable(rows, i, time[i], latest);
            }
            latest = Math.max(latest, time[i]);
        }
        Integer[] order = new Integer[rows.size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(time[a], time[b]));
        rows.arrange(Arrays.stream(order).mapToInt(Integer::intValue).toArray());
    }

    private void requireMendable(RowBlock rows, int i, long nanos, long latest) {
        if (latest - nanos > limitNanos) {
            throw file.refuse(
                    rows.line(i),
                    "the row stamped " + EpochNanos.format(nanos) + " stands behind one stamped "
                            + EpochNanos.format(latest)
                            + ", and at most " + limit
                            + " of disorder are mended; sort the file by time, or raise the limit with"
                            + " DataPolicy.withSortable(...)");
        }
    }
}
