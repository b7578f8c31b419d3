package io.ttquant.backtest.data;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;

/** Checks each bar by itself: prices, range, volume, and what the venue says of its end. */
final class BarRows {
    private final SourceFile file;
    private final DataPolicy policy;
    private final QualityCounts counts;

    BarRows(SourceFile file, DataPolicy policy, QualityCounts counts) {
        this.file = file;
        this.policy = policy;
        this.counts = counts;
        counts.hasVolume = file.layout().has(Field.VOLUME);
    }

    void check(RowBlock block, Interval interval) {
        prices(block);
        volumes(block);
        if (block.has(Field.CLOSE_TIME)) {
            ends(block, interval);
        }
        if (block.has(Field.CONFIRM)) {
            finished(block);
        }
    }

    private void prices(RowBlock block) {
        long[] open = block.column(Field.OPEN);
        long[] high = block.column(Field.HIGH);
        long[] low = block.column(Field.LOW);
        long[] close = block.column(Field.CLOSE);
        for (int i = 0; i < block.size; i++) {
            long h = high[i];
            long l = low[i];
            boolean isSound = l > 0 && open[i] >= l && open[i] <= h && close[i] >= l && close[i] <= h;
            if (!isSound) {
                unsound(block, i);
            }
        }
    }

    private void unsound(RowBlock block, int i) {
        long open = block.column(Field.OPEN)[i];
        long high = block.column(Field.HIGH)[i];
        long low = block.column(Field.LOW)[i];
        long close = block.column(Field.CLOSE)[i];
        if (open <= 0 || high <= 0 || low <= 0 || close <= 0) {
            throw refuse(block, i, "has a price of zero or less, and prices are above zero; remove the row or mend it");
        }
        if (high < low) {
            throw refuse(
                    block, i, "has a high below its low; remove the row or mend it, or check the order of the columns");
        }
        if (open < low || open > high) {
            if (!policy.allowsOpenOutside() && !file.format().repeatsClose) {
                throw refuse(
                        block,
                        i,
                        "opens outside its low and high; check the order of the columns, or allow it with"
                                + " DataPolicy.withOpenOutside() if the venue repeats the last close there");
            }
            counts.openOutside++;
        }
        if (close < low || close > high) {
            if (!policy.allowsCloseOutside()) {
                throw refuse(
                        block,
                        i,
                        "closes outside its low and high; check the order of the columns, or allow it with"
                                + " DataPolicy.withCloseOutside()");
            }
            counts.closeOutside++;
        }
    }

    private void volumes(RowBlock block) {
        if (!block.has(Field.VOLUME)) {
            counts.zeroVolume += block.size;
            return;
        }
        long[] volume = block.column(Field.VOLUME);
        long zeros = 0;
        for (int i = 0; i < block.size; i++) {
            if (volume[i] <= 0) {
                if (volume[i] < 0) {
                    throw refuse(block, i, "has a negative volume; remove the row or mend it");
                }
                zeros++;
            }
        }
        counts.zeroVolume += zeros;
    }

    private void finished(RowBlock block) {
        long[] confirm = block.column(Field.CONFIRM);
        int kept = 0;
        for (int i = 0; i < block.size; i++) {
            if (confirm[i] != 0) {
                if (kept != i) {
                    block.move(i, kept);
                }
                kept++;
            } else if (!policy.dropsUnfinished()) {
                throw refuse(
                        block,
                        i,
                        "is not confirmed: its interval had not ended, so a strategy would see a bar that was still moving;"
                                + " remove the row, or drop such rows with DataPolicy.withUnfinishedDropped()");
            } else {
                counts.unfinished++;
            }
        }
        block.size = kept;
    }

    /** The venue's end of a bar is the last millisecond or microsecond in it, or the start of the next one. */
    private void ends(RowBlock block, Interval interval) {
        long[] time = block.column(Field.TIME);
        long[] end = block.column(Field.CLOSE_TIME);
        for (int i = 0; i < block.size; i++) {
            long rest = interval.end(time[i]) - end[i];
            if (rest < 0 || rest > EpochNanos.MILLISECOND) {
                end(block, i, rest, interval);
            }
        }
    }

    private void end(RowBlock block, int i, long rest, Interval interval) {
        boolean isBeforeStart = block.column(Field.CLOSE_TIME)[i] < block.column(Field.TIME)[i];
        if (rest < 0 || isBeforeStart) {
            throw refuse(
                    block,
                    i,
                    "ends at " + EpochNanos.format(block.column(Field.CLOSE_TIME)[i]) + ", which is not within "
                            + interval
                            + " of its start; state the interval with interval(...) or split the file");
        }
        counts.shortBar(block.column(Field.TIME)[i]);
    }

    private DataException refuse(RowBlock block, int i, String why) {
        return file.refuse(block.line(i), describe(block, i) + " " + why);
    }

    static String describe(RowBlock block, int i) {
        return "the bar stamped " + EpochNanos.format(block.column(Field.TIME)[i]) + " with open "
                + price(block, Field.OPEN, i) + ", high " + price(block, Field.HIGH, i) + ", low "
                + price(block, Field.LOW, i) + ", close " + price(block, Field.CLOSE, i)
                + (block.has(Field.VOLUME)
                        ? ", volume " + FixedPoint.format(block.column(Field.VOLUME)[i], block.quantityScale)
                        : "");
    }

    private static String price(RowBlock block, Field field, int i) {
        return FixedPoint.format(block.column(field)[i], block.priceScale);
    }
}
