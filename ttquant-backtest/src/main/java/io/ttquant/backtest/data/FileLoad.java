package io.ttquant.backtest.data;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one file whole, into memory or only through its checks. */
final class FileLoad {
    private static final List<Field> BAR_FIELDS =
            List.of(Field.TIME, Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);
    private static final List<Field> TRADE_FIELDS =
            List.of(Field.TIME, Field.PRICE, Field.QUANTITY, Field.SIDE, Field.ID);

    private final SourceFile file;
    private final Scales scales;
    private final DataPolicy policy;
    private final QualityCounts counts = new QualityCounts();

    FileLoad(SourceFile file, Scales scales, DataPolicy policy) {
        this.file = file;
        this.scales = scales;
        this.policy = policy;
    }

    Part read(boolean isInMemory, @Nullable Duration stated) {
        return file.format().isBars ? bars(isInMemory, stated) : trades(isInMemory);
    }

    private Part bars(boolean isInMemory, @Nullable Duration stated) {
        RowBlock block = new RowBlock(file.layout().fields(), RowBlock.CAPACITY);
        RowBlock all = isInMemory ? store(BAR_FIELDS) : null;
        try (BarBlocks blocks = new BarBlocks(file, scales, policy, counts, stated)) {
            BarSequence sequence = null;
            while (blocks.next(block)) {
                if (sequence == null) {
                    sequence = new BarSequence(file, policy, counts, blocks.interval());
                }
                if (all == null) {
                    sequence.accept(block);
                } else {
                    keep(all, block);
                }
            }
            if (sequence == null) {
                throw noRows();
            }
            stamps(blocks.stamps());
            counts.roundedVolumes = blocks.roundedVolumes();
            if (all != null) {
                long nanos = policy.sortableBars() * blocks.interval().nanos();
                new Disorder(file, counts, nanos, policy.sortableBars() + " bars").mend(all);
                sequence.accept(all);
            }
            requireWholeBars();
            return part(blocks.interval(), all);
        }
    }

    private Part trades(boolean isInMemory) {
        RowBlock block = new RowBlock(file.layout().fields(), RowBlock.CAPACITY);
        RowBlock all = isInMemory ? store(TRADE_FIELDS) : null;
        TradeRows rows = new TradeRows(file, policy, counts);
        try (RowReader reader = new RowReader(file.input(), file.layout(), scales)) {
            while (reader.fill(block)) {
                rows.check(block);
                if (all == null) {
                    rows.accept(block);
                } else {
                    keep(all, block);
                }
            }
            stamps(reader.stamps());
        }
        if (all != null) {
            Duration limit = policy.sortableTrades();
            new Disorder(file, counts, limit.toNanos(), limit.toMillis() + " ms").mend(all);
            rows.accept(all);
        }
        return part(null, all);
    }

    private Part part(@Nullable Interval interval, @Nullable RowBlock all) {
        if (counts.rows == 0) {
            throw noRows();
        }
        return new Part(file, interval, counts, all);
    }

    private RowBlock store(List<Field> fields) {
        long rows = file.estimatedRows() + RowBlock.CAPACITY;
        RowBlock store = new RowBlock(
                fields.stream().filter(file.layout()::has).toList(), (int) Math.min(rows, Integer.MAX_VALUE - 64));
        store.firstLine = file.layout().headerLines() + 1L;
        store.priceScale = scales.price;
        store.quantityScale = scales.quantity;
        return store;
    }

    private void keep(RowBlock all, RowBlock block) {
        try {
            all.append(block);
        } catch (ArithmeticException e) {
            throw file.refuse(
                    block.line(0),
                    "needs " + block.priceScale + " decimals for prices and " + block.quantityScale
                            + " for quantities, with which earlier rows do not fit 64 bits; give the instrument its scales");
        }
    }

    private void stamps(StampReader stamps) {
        counts.unitChanges = stamps.changes();
        counts.isDateOnly = stamps.isDateOnly();
    }

    private void requireWholeBars() {
        if (counts.shortBars > counts.rows / 2) {
            throw file.refuse(
                    0,
                    counts.shortBars + " of " + counts.rows
                            + " bars end before their interval does, as the file itself says, so the interval is wrong; state it with"
                            + " interval(...)");
        }
    }

    private DataException noRows() {
        return file.refuse(0, "has no rows; download it again, or leave it out");
    }
}
