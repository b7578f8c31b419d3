package io.ttquant.backtest.data;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;

/** Checks trades: each by itself, and against the ones before it. Rows may come in pieces. */
final class TradeRows {
    private static final Field[] VALUES = {Field.PRICE, Field.QUANTITY, Field.SIDE};

    private final SourceFile file;
    private final DataPolicy policy;
    private final QualityCounts counts;
    private final Moves moves;
    private final long[] before = new long[VALUES.length];
    private int beforePriceScale;
    private int beforeQuantityScale;
    private boolean isStarted;
    private long previousTime;
    private long previousId;

    TradeRows(SourceFile file, DataPolicy policy, QualityCounts counts) {
        this.file = file;
        this.policy = policy;
        this.counts = counts;
        this.moves = new Moves(policy.outlierMove(), counts);
    }

    /** Checks each trade by itself. */
    void check(RowBlock block) {
        long[] price = block.column(Field.PRICE);
        long[] quantity = block.column(Field.QUANTITY);
        for (int i = 0; i < block.size; i++) {
            if (price[i] <= 0 || quantity[i] <= 0) {
                throw refuse(block, i, "must have a price and a quantity above zero; remove the row or mend it");
            }
        }
    }

    /** Checks the trades of a block against the ones before, and removes those that repeat one. */
    void accept(RowBlock block) {
        order(block);
        if (block.has(Field.ID)) {
            numbers(block);
        }
        moves.accept(block, Field.PRICE);
        counts.rows += block.size;
    }

    private void order(RowBlock block) {
        long[] time = block.column(Field.TIME);
        if (block.size > 0 && counts.rows == 0) {
            counts.firstNanos = time[0];
            previousTime = time[0];
        }
        for (int i = 0; i < block.size; i++) {
            if (time[i] < previousTime) {
                throw refuse(
                        block,
                        i,
                        "is earlier than the one above it, at " + EpochNanos.format(previousTime)
                                + "; sort the file, or load it in memory, where a little disorder is put in order");
            }
            previousTime = time[i];
        }
        counts.lastNanos = previousTime;
    }

    private void numbers(RowBlock block) {
        long[] id = block.column(Field.ID);
        int kept = 0;
        for (int i = 0; i < block.size; i++) {
            long step = id[i] - previousId;
            if (isStarted && step != 1) {
                if (step == 0) {
                    repeat(block, i);
                    continue;
                }
                if (step > 1) {
                    counts.gap(step - 1, block.column(Field.TIME)[i]);
                }
            }
            isStarted = true;
            previousId = id[i];
            keep(block, i);
            if (kept != i) {
                block.move(i, kept);
            }
            kept++;
        }
        block.size = kept;
    }

    private void keep(RowBlock block, int i) {
        for (int f = 0; f < VALUES.length; f++) {
            before[f] = block.has(VALUES[f]) ? block.column(VALUES[f])[i] : 0;
        }
        beforePriceScale = block.priceScale;
        beforeQuantityScale = block.quantityScale;
    }

    private void repeat(RowBlock block, int i) {
        for (int f = 0; f < VALUES.length; f++) {
            if (block.has(VALUES[f]) && block.column(VALUES[f])[i] != before(VALUES[f], f, block)) {
                throw refuse(
                        block,
                        i,
                        "has the number " + previousId + " of the one above it and other values; remove the wrong one");
            }
        }
        if (!policy.dropsRepeats()) {
            throw refuse(
                    block, i, "repeats the one above it; remove it, or let repeats be dropped with DataPolicy.DEFAULT");
        }
        counts.duplicates++;
    }

    private long before(Field field, int f, RowBlock like) {
        int digits = field.isPrice()
                ? like.priceScale - beforePriceScale
                : field.isQuantity() ? like.quantityScale - beforeQuantityScale : 0;
        return digits == 0 ? before[f] : Math.multiplyExact(before[f], FixedPoint.pow10(digits));
    }

    private DataException refuse(RowBlock block, int i, String why) {
        return file.refuse(
                block.line(i),
                "the trade at " + EpochNanos.format(block.column(Field.TIME)[i]) + " of "
                        + FixedPoint.format(block.column(Field.QUANTITY)[i], block.quantityScale) + " at "
                        + FixedPoint.format(block.column(Field.PRICE)[i], block.priceScale) + " " + why);
    }
}
