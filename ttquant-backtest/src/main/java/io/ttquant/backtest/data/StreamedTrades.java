package io.ttquant.backtest.data;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trades that stay in their files and are read block by block at each replay. The files were checked before. */
record StreamedTrades(Instrument instrument, List<Part> parts, DataPolicy policy) implements EventSource {
    @Override
    public String describe() {
        return "trades";
    }

    @Override
    public long size() {
        return parts.stream().mapToLong(part -> part.counts().rows).sum();
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new StreamCursor(this, sink.instrument(instrument.id()));
    }

    private static final class StreamCursor implements Cursor {
        private final StreamedTrades source;
        private final InstrumentSink sink;
        private RowBlock block;
        private @Nullable RowReader reader;
        private @Nullable TradeRows checks;
        private int file = -1;
        private int next;
        private long nextNanos;

        StreamCursor(StreamedTrades source, InstrumentSink sink) {
            this.source = source;
            this.sink = sink;
            this.block = new RowBlock(source.parts.get(0).file().layout().fields(), RowBlock.CAPACITY);
            this.nextNanos = fetch();
        }

        @Override
        public long nextNanos() {
            return nextNanos;
        }

        @Override
        public boolean isBeginning() {
            return false;
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            // As for trades in memory: at the limit's own time a trade comes before what begins.
            long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
            long count = 0;
            while (nextNanos <= limit && nextNanos != EpochNanos.NEVER) {
                trade(next++);
                count++;
                nextNanos = next < block.size ? block.column(Field.TIME)[next] : fetch();
            }
            return count;
        }

        private void trade(int i) {
            int side = block.has(Field.SIDE) ? (int) block.column(Field.SIDE)[i] : AggressorSide.NONE.ordinal();
            sink.trade(
                    nextNanos,
                    nextNanos,
                    block.column(Field.PRICE)[i],
                    block.column(Field.QUANTITY)[i],
                    AggressorSide.ofCode(side));
        }

        /** Time of the first trade of the next block. */
        private long fetch() {
            next = 0;
            while (true) {
                RowReader open = reader;
                if (open == null) {
                    if (!openNext()) {
                        block.size = 0;
                        return EpochNanos.NEVER;
                    }
                } else if (open.fill(block)) {
                    check();
                    if (block.size > 0) {
                        return block.column(Field.TIME)[0];
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
            SourceFile opened = source.parts.get(file).file();
            block = new RowBlock(opened.layout().fields(), RowBlock.CAPACITY);
            reader = new RowReader(opened.input(), opened.layout(), Scales.of(source.instrument, Scales.EXACT_VOLUMES));
            checks = new TradeRows(opened, source.policy, new QualityCounts());
            return true;
        }

        @Override
        public void close() {
            RowReader open = reader;
            if (open != null) {
                open.close();
            }
            reader = null;
            file = source.parts.size();
            nextNanos = EpochNanos.NEVER;
        }

        private void check() {
            TradeRows rows = checks;
            if (rows != null) {
                rows.check(block);
                rows.accept(block);
            }
        }
    }
}
