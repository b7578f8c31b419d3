package io.ttquant.backtest.data;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import java.util.Locale;

/** Checks bars against the ones before them: order, repeats, overlaps, gaps, moves. Rows may come in pieces. */
final class BarSequence {
    private static final Field[] VALUES = {Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME};

    private final SourceFile file;
    private final DataPolicy policy;
    private final QualityCounts counts;
    private final Interval interval;
    private final Moves moves;
    private final RowBlock before;
    private boolean isStarted;
    private long previous;

    BarSequence(SourceFile file, DataPolicy policy, QualityCounts counts, Interval interval) {
        this.file = file;
        this.policy = policy;
        this.counts = counts;
        this.interval = interval;
        this.moves = new Moves(policy.outlierMove() * (interval.isDayOrLonger() ? 5 : 1), counts);
        this.before = new RowBlock(file.layout().fields(), 1);
    }

    /** Checks the rows of a block, whose times are starts of bars, and removes those that repeat the row before. */
    void accept(RowBlock block) {
        long[] time = block.column(Field.TIME);
        int kept = 0;
        for (int i = 0; i < block.size; i++) {
            long t = time[i];
            if (isStarted && t - previous != interval.nanos() && !isNew(block, i, kept, t)) {
                continue;
            }
            if (kept != i) {
                block.move(i, kept);
            }
            start(t);
            kept++;
        }
        block.size = kept;
        moves.accept(block, Field.CLOSE);
        counts.rows += kept;
        keepLast(block);
    }

    private void start(long t) {
        if (!isStarted) {
            counts.firstNanos = t;
            isStarted = true;
        }
        previous = t;
        counts.lastNanos = t;
    }

    /** A step other than the interval: a gap, a repeat, or a refusal. */
    private boolean isNew(RowBlock block, int i, int kept, long t) {
        if (t == previous) {
            repeat(block, i, kept);
            return false;
        }
        if (t < previous) {
            throw refuse(
                    block,
                    i,
                    "starts before the one above it, at " + EpochNanos.format(previous)
                            + "; sort the file, or load it in memory, where a little disorder is put in order");
        }
        long steps = interval.steps(previous, t);
        if (steps < 1) {
            throw refuse(
                    block,
                    i,
                    "starts before the one above it has ended: that one starts at " + EpochNanos.format(previous)
                            + " and lasts " + interval + "; state the interval with interval(...), or remove the row");
        }
        if (steps > 1) {
            counts.gap(steps - 1, previous);
        }
        if (!interval.isOnGrid(previous, t)) {
            counts.offGrid++;
        }
        return true;
    }

    private void repeat(RowBlock block, int i, int kept) {
        RowBlock other = kept > 0 ? block : before;
        int at = kept > 0 ? kept - 1 : 0;
        for (Field field : VALUES) {
            if (block.has(field) && block.column(field)[i] != rescaled(other, field, at, block)) {
                throw refuse(
                        block,
                        i,
                        "has the same stamp as the one above it and another "
                                + field.name().toLowerCase(Locale.ROOT)
                                + ": two bars of one interval contradict each other; remove the wrong one");
            }
        }
        if (!policy.dropsRepeats()) {
            throw refuse(
                    block, i, "repeats the one above it; remove it, or let repeats be dropped with DataPolicy.DEFAULT");
        }
        counts.duplicates++;
    }

    private static long rescaled(RowBlock other, Field field, int at, RowBlock like) {
        long value = other.column(field)[at];
        int digits = field.isPrice() ? like.priceScale - other.priceScale : like.quantityScale - other.quantityScale;
        return digits == 0 ? value : Math.multiplyExact(value, FixedPoint.pow10(digits));
    }

    private void keepLast(RowBlock block) {
        if (block.size == 0) {
            return;
        }
        before.priceScale = block.priceScale;
        before.quantityScale = block.quantityScale;
        for (Field field : VALUES) {
            if (block.has(field)) {
                before.column(field)[0] = block.column(field)[block.size - 1];
            }
        }
    }

    private DataException refuse(RowBlock block, int i, String why) {
        return file.refuse(block.line(i), BarRows.describe(block, i) + " " + why);
    }
}
