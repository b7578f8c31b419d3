package io.ttquant.backtest.data;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import java.util.Arrays;
import java.util.Objects;

/** Bars of one series in columns, 56 bytes a bar and no object. Immutable. */
public final class BarColumns {
    private final Instrument instrument;
    private final BarSpec spec;
    final int size;
    final long[] tsOpen;
    final long[] tsClose;
    final long[] rawOpen;
    final long[] rawHigh;
    final long[] rawLow;
    final long[] rawClose;
    final long[] rawVolume;

    private BarColumns(Builder b) {
        this.instrument = b.instrument;
        this.spec = b.spec;
        this.size = b.size;
        this.tsOpen = Arrays.copyOf(b.tsOpen, size);
        this.tsClose = Arrays.copyOf(b.tsClose, size);
        this.rawOpen = Arrays.copyOf(b.rawOpen, size);
        this.rawHigh = Arrays.copyOf(b.rawHigh, size);
        this.rawLow = Arrays.copyOf(b.rawLow, size);
        this.rawClose = Arrays.copyOf(b.rawClose, size);
        this.rawVolume = Arrays.copyOf(b.rawVolume, size);
    }

    /** Bars that were checked, each of which lasts one interval. */
    private BarColumns(Instrument instrument, BarSpec spec, RowBlock rows, Interval interval) {
        this.instrument = instrument;
        this.spec = spec;
        this.size = rows.size;
        this.tsOpen = rows.trimmed(Field.TIME);
        this.tsClose = new long[size];
        Arrays.setAll(tsClose, i -> interval.end(tsOpen[i]));
        this.rawOpen = rows.trimmed(Field.OPEN);
        this.rawHigh = rows.trimmed(Field.HIGH);
        this.rawLow = rows.trimmed(Field.LOW);
        this.rawClose = rows.trimmed(Field.CLOSE);
        this.rawVolume = rows.trimmed(Field.VOLUME);
    }

    static BarColumns of(Instrument instrument, BarSpec spec, RowBlock rows, Interval interval) {
        return new BarColumns(instrument, spec, rows, interval);
    }

    /** A builder of a series. */
    public static Builder builder(Instrument instrument, BarSpec spec) {
        return new Builder(instrument, spec);
    }

    /** Whose bars. */
    public Instrument instrument() {
        return instrument;
    }

    /** Which bars. */
    public BarSpec spec() {
        return spec;
    }

    /** Number of bars. */
    public int size() {
        return size;
    }

    /** Start of a bar, epoch nanoseconds. */
    public long tsOpen(int i) {
        return tsOpen[Objects.checkIndex(i, size)];
    }

    /** End of a bar, epoch nanoseconds. */
    public long tsClose(int i) {
        return tsClose[Objects.checkIndex(i, size)];
    }

    /** First price of a bar, at the price scale. */
    public long rawOpen(int i) {
        return rawOpen[Objects.checkIndex(i, size)];
    }

    /** Highest price of a bar. */
    public long rawHigh(int i) {
        return rawHigh[Objects.checkIndex(i, size)];
    }

    /** Lowest price of a bar. */
    public long rawLow(int i) {
        return rawLow[Objects.checkIndex(i, size)];
    }

    /** Last price of a bar. */
    public long rawClose(int i) {
        return rawClose[Objects.checkIndex(i, size)];
    }

    /** Quantity traded in a bar, at the quantity scale. */
    public long rawVolume(int i) {
        return rawVolume[Objects.checkIndex(i, size)];
    }

    /** These bars as a stream of events. */
    public EventSource source() {
        return new BarSource(this);
    }

    /** Collects bars in the order of time. */
    public static final class Builder {
        private final Instrument instrument;
        private final BarSpec spec;
        private int size;
        private long[] tsOpen = new long[1024];
        private long[] tsClose = new long[1024];
        private long[] rawOpen = new long[1024];
        private long[] rawHigh = new long[1024];
        private long[] rawLow = new long[1024];
        private long[] rawClose = new long[1024];
        private long[] rawVolume = new long[1024];

        private Builder(Instrument instrument, BarSpec spec) {
            this.instrument = instrument;
            this.spec = spec;
        }

        /**
         * Adds a bar.
         *
         * @throws IllegalArgumentException if it ends before it starts, or starts before the one before it ended
         */
        public Builder add(long open, long close, long o, long h, long l, long c, long volume) {
            if (close <= open || (size > 0 && open < tsClose[size - 1])) {
                throw new IllegalArgumentException("bar " + size + " from " + open + " to " + close
                        + " must end after it starts, and start no earlier than the one before it ended");
            }
            if (size == tsOpen.length) {
                grow(size * 2);
            }
            tsOpen[size] = open;
            tsClose[size] = close;
            rawOpen[size] = o;
            rawHigh[size] = h;
            rawLow[size] = l;
            rawClose[size] = c;
            rawVolume[size++] = volume;
            return this;
        }

        /** Number of bars so far. */
        public int size() {
            return size;
        }

        private void grow(int capacity) {
            tsOpen = Arrays.copyOf(tsOpen, capacity);
            tsClose = Arrays.copyOf(tsClose, capacity);
            rawOpen = Arrays.copyOf(rawOpen, capacity);
            rawHigh = Arrays.copyOf(rawHigh, capacity);
            rawLow = Arrays.copyOf(rawLow, capacity);
            rawClose = Arrays.copyOf(rawClose, capacity);
            rawVolume = Arrays.copyOf(rawVolume, capacity);
        }

        /** The columns. */
        public BarColumns build() {
            return new BarColumns(this);
        }
    }
}
