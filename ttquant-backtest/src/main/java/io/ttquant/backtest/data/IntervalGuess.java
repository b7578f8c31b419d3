package io.ttquant.backtest.data;

import io.ttquant.api.time.EpochNanos;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how long the bars of a file last, from what was stated, its name and its first rows, and refuses contradictions. */
final class IntervalGuess {
    private static final long DAY = Interval.DAY;

    private final SourceFile file;
    private final DataPolicy policy;

    IntervalGuess(SourceFile file, DataPolicy policy) {
        this.file = file;
        this.policy = policy;
    }

    Interval of(RowBlock first, @Nullable Duration stated) {
        Duration told = stated != null ? stated : file.guess().interval();
        if (told == null && (file.guess().isMonthly() || isMonthly(first))) {
            return Interval.month();
        }
        long seen = fromEnds(first);
        if (seen == 0) {
            seen = mostFrequentStep(first);
        }
        if (told == null) {
            return inferred(seen);
        }
        long nanos = told.toNanos();
        requireSize(nanos);
        if (seen > nanos && !policy.allowsSparse()) {
            throw contradiction(told, stated != null, seen, "would be seen by a strategy before they end");
        }
        if (seen != 0 && seen < nanos) {
            throw contradiction(told, stated != null, seen, "would overlap");
        }
        return Interval.of(nanos);
    }

    private Interval inferred(long seen) {
        if (seen == 0) {
            throw file.refuse(
                    0, "has one bar only, from which no interval can be told; state it with interval(Duration)");
        }
        requireSize(seen);
        return Interval.of(seen);
    }

    private void requireSize(long nanos) {
        if (nanos <= 0 || (DAY % nanos != 0 && nanos % DAY != 0)) {
            throw file.refuse(
                    0,
                    "has bars of " + Interval.text(nanos)
                            + ", which neither divides a day nor is a multiple of one; state the interval with interval(Duration)");
        }
    }

    private DataException contradiction(Duration told, boolean isStated, long seen, String effect) {
        return file.refuse(
                0,
                "is said to hold bars of " + Interval.text(told.toNanos()) + (isStated ? "" : " by its name")
                        + ", and most of its bars are " + Interval.text(seen) + " apart, so that they " + effect
                        + "; state the interval with interval(Duration)"
                        + (seen > told.toNanos()
                                ? ", or DataPolicy.withSparseBars() if most intervals have no bar"
                                : ""));
    }

    /** Where the venue states the end of each bar, the most frequent length; otherwise 0. */
    private static long fromEnds(RowBlock block) {
        if (!block.has(Field.CLOSE_TIME)) {
            return 0;
        }
        Map<Long, Integer> lengths = new HashMap<>();
        long[] time = block.column(Field.TIME);
        long[] end = block.column(Field.CLOSE_TIME);
        for (int i = 0; i < block.size; i++) {
            long length = end[i] - time[i] + EpochNanos.MILLISECOND;
            if (length > 0) {
                lengths.merge(length - length % EpochNanos.MILLISECOND, 1, Integer::sum);
            }
        }
        return mostFrequent(lengths);
    }

    /** Whether one bar follows another by 28 to 31 days and never sooner. */
    private static boolean isMonthly(RowBlock block) {
        long[] time = block.column(Field.TIME);
        int months = 0;
        for (int i = 1; i < block.size; i++) {
            long step = Math.abs(time[i] - time[i - 1]);
            if (step > 0 && step < 28 * DAY) {
                return false;
            }
            months += step >= 28 * DAY && step <= 31 * DAY ? 1 : 0;
        }
        return months > 0;
    }

    private static long mostFrequentStep(RowBlock block) {
        Map<Long, Integer> steps = new HashMap<>();
        long[] time = block.column(Field.TIME);
        for (int i = 1; i < block.size; i++) {
            long step = Math.abs(time[i] - time[i - 1]);
            if (step > 0) {
                steps.merge(step, 1, Integer::sum);
            }
        }
        return mostFrequent(steps);
    }

    /** Of equally frequent ones the shortest, so that the result does not depend on the order of a map. */
    private static long mostFrequent(Map<Long, Integer> counted) {
        long best = 0;
        int most = 0;
        for (Map.Entry<Long, Integer> entry : counted.entrySet()) {
            boolean isBetter = entry.getValue() > most || (entry.getValue() == most && entry.getKey() < best);
            if (isBetter) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }
}
