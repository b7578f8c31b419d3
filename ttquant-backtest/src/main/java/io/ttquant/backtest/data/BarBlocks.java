package io.ttquant.backtest.data;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The bars of a file block by block: each row checked by itself, its time brought to the start of its interval. */
final class BarBlocks implements AutoCloseable {
    private final SourceFile file;
    private final RowReader reader;
    private final BarRows rows;
    private final IntervalGuess guess;
    private final @Nullable Duration stated;
    private @Nullable Interval interval;

    BarBlocks(SourceFile file, Scales scales, DataPolicy policy, QualityCounts counts, @Nullable Duration stated) {
        this.file = file;
        this.reader = new RowReader(file.input(), file.layout(), scales);
        this.rows = new BarRows(file, policy, counts);
        this.guess = new IntervalGuess(file, policy);
        this.stated = stated;
    }

    /** Bars of a known interval. */
    BarBlocks(SourceFile file, Scales scales, DataPolicy policy, QualityCounts counts, Interval known) {
        this(file, scales, policy, counts, (Duration) null);
        this.interval = known;
    }

    /** The interval, known once a block was read. */
    Interval interval() {
        Interval known = interval;
        if (known == null) {
            throw new IllegalStateException("no block was read");
        }
        return known;
    }

    long roundedVolumes() {
        return reader.roundedVolumes();
    }

    StampReader stamps() {
        return reader.stamps();
    }

    /** Fills the block; false at the end of the file. */
    boolean next(RowBlock block) {
        if (!reader.fill(block)) {
            return false;
        }
        Interval known = interval;
        if (known == null) {
            known = guess.of(block, stated);
            interval = known;
        }
        rows.check(block, known);
        StampConvention stamp = file.format().stamp;
        if (known.isMonth() || stamp == StampConvention.CLOSE) {
            long[] time = block.column(Field.TIME);
            for (int i = 0; i < block.size; i++) {
                time[i] = known.start(time[i], stamp);
            }
        }
        return true;
    }

    @Override
    public void close() {
        reader.close();
    }
}
