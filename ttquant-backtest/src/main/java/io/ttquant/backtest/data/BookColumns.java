package io.ttquant.backtest.data;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import java.util.Arrays;

/**
 * Messages of one instrument's order book by price level, in columns: 64 bytes a message, 16 bytes a level, and no object. Immutable.
 *
 * <pre>{@code
 * BookColumns book = BookColumns.builder(btcusdt)
 *     .snapshot(t0).bid(999_990, 10).ask(1_000_010, 12)
 *     .increment(t1).ask(1_000_010, 0)
 *     .build();
 * }</pre>
 */
public final class BookColumns implements EventSource {
    static final byte SNAPSHOT = 0;
    static final byte INCREMENT = 1;
    static final byte LOST = 2;

    private final Instrument instrument;
    final int size;
    final long[] tsEvent;
    final long[] tsInit;
    final byte[] kind;
    /** First, last and previous id of each message, one after the other. */
    final long[] ids;

    /** Where the levels of each message begin, and where those of the last one end. */
    final int[] from;

    /** Asks are written as minus their price. */
    final long[] rawPrice;

    final long[] rawQuantity;

    private BookColumns(Builder b) {
        this.instrument = b.instrument;
        this.size = b.size;
        this.tsEvent = Arrays.copyOf(b.tsEvent, size);
        this.tsInit = Arrays.copyOf(b.tsInit, size);
        this.kind = Arrays.copyOf(b.kind, size);
        this.ids = Arrays.copyOf(b.ids, 3 * size);
        this.from = Arrays.copyOf(b.from, size + 1);
        this.from[size] = b.levels;
        this.rawPrice = Arrays.copyOf(b.rawPrice, b.levels);
        this.rawQuantity = Arrays.copyOf(b.rawQuantity, b.levels);
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
        return "order book by price level";
    }

    /** Number of messages. */
    @Override
    public long size() {
        return size;
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new BookCursor(this, sink.instrument(instrument.id()).book());
    }

    /** Collects messages in the order in which we had them. A message ends where the next one begins. */
    public static final class Builder {
        private final Instrument instrument;
        private int size;
        private int levels;
        private long[] tsEvent = new long[256];
        private long[] tsInit = new long[256];
        private byte[] kind = new byte[256];
        private long[] ids = new long[3 * 256];
        private int[] from = new int[257];
        private long[] rawPrice = new long[1024];
        private long[] rawQuantity = new long[1024];

        private Builder(Instrument instrument) {
            this.instrument = instrument;
        }

        /** Begins a message that replaces the book, which we had when it happened. */
        public Builder snapshot(long nanos) {
            return snapshot(nanos, nanos);
        }

        /**
         * Begins a message that replaces the book.
         *
         * @throws IllegalArgumentException if it is earlier than the message before it, or we had it before it happened
         */
        public Builder snapshot(long eventNanos, long initNanos) {
            return begin(SNAPSHOT, eventNanos, initNanos);
        }

        /** Begins a message with changes, which we had when they happened. */
        public Builder increment(long nanos) {
            return increment(nanos, nanos);
        }

        /**
         * Begins a message with changes.
         *
         * @throws IllegalArgumentException if it is earlier than the message before it, or we had it before it happened
         */
        public Builder increment(long eventNanos, long initNanos) {
            return begin(INCREMENT, eventNanos, initNanos);
        }

        /** Says that something was missed at a time: the book is not served until the next snapshot. */
        public Builder lost(long nanos) {
            return begin(LOST, nanos, nanos);
        }

        private Builder begin(byte what, long eventNanos, long initNanos) {
            if (size > 0 && eventNanos < tsEvent[size - 1]) {
                throw new IllegalArgumentException("book message " + size + " at " + EpochNanos.format(eventNanos)
                        + " is earlier than the one before it, at " + EpochNanos.format(tsEvent[size - 1])
                        + "; add messages in the order of time");
            }
            if (initNanos < eventNanos) {
                throw new IllegalArgumentException("book message " + size + " of " + EpochNanos.format(eventNanos)
                        + " cannot be had before, at " + EpochNanos.format(initNanos));
            }
            if (size == tsEvent.length) {
                grow();
            }
            tsEvent[size] = eventNanos;
            tsInit[size] = initNanos;
            kind[size] = what;
            from[size] = levels;
            Arrays.fill(ids, 3 * size, 3 * size + 3, BookSink.ABSENT);
            size++;
            return this;
        }

        private void grow() {
            int capacity = size * 2;
            tsEvent = Arrays.copyOf(tsEvent, capacity);
            tsInit = Arrays.copyOf(tsInit, capacity);
            kind = Arrays.copyOf(kind, capacity);
            ids = Arrays.copyOf(ids, 3 * capacity);
            from = Arrays.copyOf(from, capacity + 1);
        }

        /** The venue's ids of the message that was begun last; see {@link BookSink#ids}. */
        public Builder ids(long first, long last, long previous) {
            requireMessage("ids");
            ids[3 * size - 3] = first;
            ids[3 * size - 2] = last;
            ids[3 * size - 1] = previous;
            return this;
        }

        /**
         * The quantity bid at a price, in the message that was begun last; 0 removes the level.
         *
         * @throws IllegalArgumentException if the price is not positive or the quantity is negative
         */
        public Builder bid(long price, long quantity) {
            return level("bid", price, price, quantity);
        }

        /**
         * The quantity asked at a price, in the message that was begun last; 0 removes the level.
         *
         * @throws IllegalArgumentException if the price is not positive or the quantity is negative
         */
        public Builder ask(long price, long quantity) {
            return level("ask", price, -price, quantity);
        }

        private Builder level(String side, long price, long signedPrice, long quantity) {
            requireMessage("level");
            if (price <= 0 || quantity < 0) {
                throw new IllegalArgumentException(side + " level with raw price " + price + " and raw quantity "
                        + quantity + ": the price must be positive, the quantity not negative (0 removes the level)");
            }
            if (levels == rawPrice.length) {
                rawPrice = Arrays.copyOf(rawPrice, levels * 2);
                rawQuantity = Arrays.copyOf(rawQuantity, levels * 2);
            }
            rawPrice[levels] = signedPrice;
            rawQuantity[levels++] = quantity;
            return this;
        }

        private void requireMessage(String what) {
            if (size == 0 || kind[size - 1] == LOST) {
                throw new IllegalStateException(
                        "a " + what + " belongs to no message; call snapshot(...) or increment(...) first");
            }
        }

        /** Number of messages so far. */
        public int size() {
            return size;
        }

        /**
         * The columns.
         *
         * @throws IllegalStateException if the first message is not a snapshot
         */
        public BookColumns build() {
            if (size > 0 && kind[0] != SNAPSHOT) {
                throw new IllegalStateException("the book of " + instrument
                        + " begins without a snapshot, so that nothing could be served; begin with snapshot(...)");
            }
            return new BookColumns(this);
        }
    }
}
