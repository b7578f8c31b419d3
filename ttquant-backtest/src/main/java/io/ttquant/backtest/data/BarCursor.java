package io.ttquant.backtest.data;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.time.EpochNanos;

/** Replays bars: each has an open at its start and a close at its end. */
final class BarCursor implements EventSource.Cursor {
    /** Bars in columns, as many at a time as are at hand. */
    interface Window {
        /** Moves on to the next bars; false if there are none left. */
        boolean next();

        /** Number of bars at hand. */
        int size();

        /** A column of them; {@link Field#CLOSE_TIME} is the end of the interval. */
        long[] column(Field field);

        /** Lets go of open files; there are no bars left then. */
        default void close() {}
    }

    private static final long[] NONE = {};

    private final Window window;
    private final BarSink sink;
    private long[] tsOpen = NONE;
    private long[] tsClose = NONE;
    private long[] rawOpen = NONE;
    private long[] rawHigh = NONE;
    private long[] rawLow = NONE;
    private long[] rawClose = NONE;
    private long[] rawVolume = NONE;
    private int size;
    private int next;
    private boolean isOpen;
    private long nextNanos;

    BarCursor(Window window, BarSink sink) {
        this.window = window;
        this.sink = sink;
        this.nextNanos = fetch();
    }

    @Override
    public long nextNanos() {
        return nextNanos;
    }

    @Override
    public boolean isBeginning() {
        return !isOpen;
    }

    @Override
    public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
        long count = isOpen ? 0 : whole(limitNanos);
        while (isBefore(limitNanos, isLimitBeginning, isFirst)) {
            if (isOpen) {
                isOpen = false;
                close(next++);
                nextNanos = next < size ? tsOpen[next] : fetch();
                count += 1 + whole(limitNanos);
            } else {
                isOpen = true;
                nextNanos = tsClose[next];
                sink.open(tsOpen[next], rawOpen[next]);
            }
        }
        return count;
    }

    /** Hands over the bars at hand that end before the limit: nothing can come between their open and their close. */
    private long whole(long limitNanos) {
        int start = next;
        int i = start;
        while (i < size && tsClose[i] < limitNanos) {
            sink.whole(tsOpen[i], tsClose[i], tsClose[i], rawOpen[i], rawHigh[i], rawLow[i], rawClose[i], rawVolume[i]);
            i++;
        }
        if (i == start) {
            return 0;
        }
        next = i;
        nextNanos = i < size ? tsOpen[i] : fetch();
        return (long) i - start;
    }

    private boolean isBefore(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
        if (nextNanos != limitNanos) {
            return nextNanos < limitNanos;
        }
        if (nextNanos == EpochNanos.NEVER) {
            return false;
        }
        return isOpen == isLimitBeginning ? isOpen : isFirst;
    }

    private void close(int i) {
        sink.bar(tsOpen[i], tsClose[i], tsClose[i], rawOpen[i], rawHigh[i], rawLow[i], rawClose[i], rawVolume[i]);
    }

    @Override
    public void close() {
        window.close();
        next = 0;
        size = 0;
        isOpen = false;
        nextNanos = EpochNanos.NEVER;
    }

    /** Time of the first bar of the next window. */
    private long fetch() {
        next = 0;
        size = 0;
        if (!window.next()) {
            return EpochNanos.NEVER;
        }
        size = window.size();
        tsOpen = window.column(Field.TIME);
        tsClose = window.column(Field.CLOSE_TIME);
        rawOpen = window.column(Field.OPEN);
        rawHigh = window.column(Field.HIGH);
        rawLow = window.column(Field.LOW);
        rawClose = window.column(Field.CLOSE);
        rawVolume = window.column(Field.VOLUME);
        return tsOpen[0];
    }
}
