package io.ttquant.backtest.data;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bars that stay in their files and are read block by block at each replay. The files were checked before. */
record StreamedBars(
        Instrument instrument, BarSpec spec, Interval interval, int mostVolume, List<Part> parts, DataPolicy policy)
        implements EventSource {
    @Override
    public String describe() {
        return spec + " bars";
    }

    @Override
    public long size() {
        return parts.stream().mapToLong(part -> part.counts().rows).sum();
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new BarCursor(new Blocks(this), sink.instrument(instrument.id()).bars(spec));
    }

    /** The blocks of all files, one after the other. */
    private static final class Blocks implements BarCursor.Window {
        private final StreamedBars source;
        private final long[] tsClose = new long[RowBlock.CAPACITY];
        private final long[] noVolume = new long[RowBlock.CAPACITY];
        private RowBlock block;
        private int file = -1;
        private @Nullable BarBlocks reader;
        private @Nullable BarSequence sequence;

        Blocks(StreamedBars source) {
            this.source = source;
            this.block = new RowBlock(source.parts.get(0).file().layout().fields(), RowBlock.CAPACITY);
        }

        @Override
        public boolean next() {
            while (true) {
                BarBlocks open = reader;
                if (open == null) {
                    if (!openNext()) {
                        return false;
                    }
                } else if (open.next(block)) {
                    check(open.interval());
                    if (block.size > 0) {
                        return true;
                    }
                } else {
                    open.close();
                    reader = null;
                }
            }
        }

        private boolean openNext() {
            if (++file >= source.parts.size()) {
                return false;
            }
            SourceFile next = source.parts.get(file).file();
            Interval interval = source.interval;
            QualityCounts counts = new QualityCounts();
            block = new RowBlock(next.layout().fields(), RowBlock.CAPACITY);
            reader = new BarBlocks(
                    next, Scales.of(source.instrument, source.mostVolume), source.policy, counts, interval);
            sequence = new BarSequence(next, source.policy, counts, interval);
            return true;
        }

        @Override
        public void close() {
            BarBlocks open = reader;
            if (open != null) {
                open.close();
            }
            reader = null;
            file = source.parts.size();
        }

        private void check(Interval interval) {
            BarSequence checks = sequence;
            if (checks != null) {
                checks.accept(block);
            }
            long[] tsOpen = block.column(Field.TIME);
            for (int i = 0; i < block.size; i++) {
                tsClose[i] = interval.end(tsOpen[i]);
            }
        }

        @Override
        public int size() {
            return block.size;
        }

        @Override
        public long[] column(Field field) {
            if (field == Field.CLOSE_TIME) {
                return tsClose;
            }
            return block.has(field) ? block.column(field) : noVolume;
        }
    }
}
