package io.ttquant.backtest.data.stored;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Rows;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.util.List;

/** Trades that stay in their storage and are read chunk by chunk at each replay. */
record StoredTrades(StoredData data, Instrument instrument) implements EventSource {
    @Override
    public String describe() {
        return "trades";
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new TradeCursor(
                data.reader().trades(instrument, data.fromNanos(), data.toNanos()),
                instrument,
                sink.instrument(instrument.id()));
    }

    private static final class TradeCursor implements Cursor {
        private final Rows<Kept<Trade>> rows;
        private final InstrumentSink sink;
        private List<Kept<Trade>> chunk;
        private int next;
        private Trade trade;
        private long nextNanos;

        TradeCursor(Rows<Kept<Trade>> rows, Instrument instrument, InstrumentSink sink) {
            this.rows = rows;
            this.sink = sink;
            this.chunk = rows.next();
            this.trade = new Trade(instrument, 0, 0, 0, 0, AggressorSide.NONE);
            look();
        }

        /** Makes the next trade, once. */
        private void look() {
            if (next == chunk.size() && !chunk.isEmpty()) {
                chunk = rows.next();
                next = 0;
            }
            if (chunk.isEmpty()) {
                nextNanos = EpochNanos.NEVER;
            } else {
                trade = chunk.get(next++).event();
                nextNanos = trade.tsEvent();
            }
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
                sink.trade(nextNanos, nextNanos, trade.rawPrice(), trade.rawQuantity(), trade.aggressor());
                count++;
                look();
            }
            return count;
        }

        @Override
        public void close() {
            rows.close();
            chunk = List.of();
            next = 0;
            nextNanos = EpochNanos.NEVER;
        }
    }
}
