package io.ttquant.backtest.data;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import java.util.Arrays;
import java.util.Objects;

/** Trades of one instrument in columns, 25 bytes a trade and no object. Immutable. */
public final class TradeColumns implements EventSource {
    private final Instrument instrument;
    private final int size;
    private final long[] tsEvent;
    private final long[] rawPrice;
    private final long[] rawQuantity;
    private final byte[] aggressor;

    private TradeColumns(Builder b) {
        this.instrument = b.instrument;
        this.size = b.size;
        this.tsEvent = Arrays.copyOf(b.tsEvent, size);
        this.rawPrice = Arrays.copyOf(b.rawPrice, size);
        this.rawQuantity = Arrays.copyOf(b.rawQuantity, size);
        this.aggressor = Arrays.copyOf(b.aggressor, size);
    }

    private TradeColumns(Instrument instrument, RowBlock rows) {
        this.instrument = instrument;
        this.size = rows.size;
        this.tsEvent = rows.trimmed(Field.TIME);
        this.rawPrice = rows.trimmed(Field.PRICE);
        this.rawQuantity = rows.trimmed(Field.QUANTITY);
        this.aggressor = new byte[size];
        if (rows.has(Field.SIDE)) {
            long[] side = rows.column(Field.SIDE);
            for (int i = 0; i < size; i++) {
                aggressor[i] = (byte) side[i];
            }
        }
    }

    /** Trades that were checked. */
    static TradeColumns of(Instrument instrument, RowBlock rows) {
        return new TradeColumns(instrument, rows);
    }

    /** A builder. */
    public static Builder builder(Instrument instrument) {
        return new Builder(instrument);
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public String describe() {
        return "trades";
    }

    @Override
    public long size() {
        return size;
    }

    /** Time of a trade, epoch nanoseconds. */
    public long tsEvent(int i) {
        return tsEvent[Objects.checkIndex(i, size)];
    }

    /** Price of a trade, at the price scale. */
    public long rawPrice(int i) {
        return rawPrice[Objects.checkIndex(i, size)];
    }

    /** Quantity of a trade, at the quantity scale. */
    public long rawQuantity(int i) {
        return rawQuantity[Objects.checkIndex(i, size)];
    }

    /** Who crossed the spread in a trade. */
    public AggressorSide aggressor(int i) {
        return AggressorSide.ofCode(aggressor[Objects.checkIndex(i, size)]);
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new TradeCursor(this, sink.instrument(instrument.id()));
    }

    private static final class TradeCursor implements Cursor {
        private final TradeColumns trades;
        private final InstrumentSink sink;
        private int next;

        TradeCursor(TradeColumns trades, InstrumentSink sink) {
            this.trades = trades;
            this.sink = sink;
        }

        @Override
        public long nextNanos() {
            return next == trades.size ? EpochNanos.NEVER : trades.tsEvent[next];
        }

        @Override
        public boolean isBeginning() {
            return false;
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            // A trade happens, so at the limit's own time it comes before what begins, and before its equals if this
            // stream is first.
            long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
            int start = next;
            int i = next;
            while (i < trades.size && trades.tsEvent[i] <= limit) {
                long ts = trades.tsEvent[i];
                sink.trade(
                        ts, ts, trades.rawPrice[i], trades.rawQuantity[i], AggressorSide.ofCode(trades.aggressor[i]));
                i++;
            }
            next = i;
            return (long) i - start;
        }
    }

    /** Collects trades in the order of time. */
    public static final class Builder {
        private final Instrument instrument;
        private int size;
        private long[] tsEvent = new long[1024];
        private long[] rawPrice = new long[1024];
        private long[] rawQuantity = new long[1024];
        private byte[] aggressor = new byte[1024];

        private Builder(Instrument instrument) {
            this.instrument = instrument;
        }

        /**
         * Adds a trade.
         *
         * @throws IllegalArgumentException if it is earlier than the one before it
         */
        public Builder add(long nanos, long price, long quantity, AggressorSide side) {
            if (size > 0 && nanos < tsEvent[size - 1]) {
                throw new IllegalArgumentException("trade " + size + " at " + EpochNanos.format(nanos)
                        + " is earlier than the one before it, at " + EpochNanos.format(tsEvent[size - 1]));
            }
            if (size == tsEvent.length) {
                tsEvent = Arrays.copyOf(tsEvent, size * 2);
                rawPrice = Arrays.copyOf(rawPrice, size * 2);
                rawQuantity = Arrays.copyOf(rawQuantity, size * 2);
                aggressor = Arrays.copyOf(aggressor, size * 2);
            }
            tsEvent[size] = nanos;
            rawPrice[size] = price;
            rawQuantity[size] = quantity;
            aggressor[size++] = (byte) side.ordinal();
            return this;
        }

        /** Number of trades so far. */
        public int size() {
            return size;
        }

        /** The columns. */
        public TradeColumns build() {
            return new TradeColumns(this);
        }
    }
}
