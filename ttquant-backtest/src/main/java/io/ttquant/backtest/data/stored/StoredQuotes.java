package io.ttquant.backtest.data.stored;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Rows;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.util.List;

/** Quotes that stay in their storage and are read chunk by chunk at each replay. */
record StoredQuotes(StoredData data, Instrument instrument) implements EventSource {
    @Override
    public String describe() {
        return "quotes";
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new QuoteCursor(
                data.reader().quotes(instrument, data.fromNanos(), data.toNanos()),
                instrument,
                sink.instrument(instrument.id()));
    }

    private static final class QuoteCursor implements Cursor {
        private final Rows<Kept<Quote>> rows;
        private final InstrumentSink sink;
        private List<Kept<Quote>> chunk;
        private int next;
        private Quote quote;
        private long nextNanos;

        QuoteCursor(Rows<Kept<Quote>> rows, Instrument instrument, InstrumentSink sink) {
            this.rows = rows;
            this.sink = sink;
            this.chunk = rows.next();
            this.quote = new Quote(instrument, 0, 0, 0, 0, 0, 0);
            look();
        }

        /** Makes the next quote, once. */
        private void look() {
            if (next == chunk.size() && !chunk.isEmpty()) {
                chunk = rows.next();
                next = 0;
            }
            if (chunk.isEmpty()) {
                nextNanos = EpochNanos.NEVER;
            } else {
                quote = chunk.get(next++).event();
                nextNanos = quote.tsEvent();
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
            // As for trades in memory: at the limit's own time a quote comes before what begins.
            long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
            long count = 0;
            while (nextNanos <= limit && nextNanos != EpochNanos.NEVER) {
                sink.quote(
                        nextNanos,
                        nextNanos,
                        quote.rawBid(),
                        quote.rawBidQuantity(),
                        quote.rawAsk(),
                        quote.rawAskQuantity());
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
