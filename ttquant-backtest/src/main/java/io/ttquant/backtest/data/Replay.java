package io.ttquant.backtest.data;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.time.EpochNanos;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Merges streams into the one order of events: by time; at one instant what ends or happens before what begins; then in the order of
 * registration. The leading stream runs in its own tight loop for as long as it stays ahead.
 */
public final class Replay implements AutoCloseable {
    private static final long PROGRESS_EVENTS = 1 << 14;

    private final EventSource.Cursor[] cursors;
    private final boolean[] isCompanion;
    private final int streams;
    /**
     * A heap of the streams' next events: the time, and for equal times the rank, which is the stream's number, plus the number of streams
     * if the event begins something. Both lie in the heap itself, so that a comparison asks no stream.
     */
    private final long[] times;

    private final int[] ranks;
    private int opened;
    private int size;
    /** Streams that have events left and are no companions. */
    private int leading;

    /** Opens all streams into a sink. Close it when the run is over, however that came. */
    public Replay(List<? extends EventSource> sources, MarketDataSink sink) {
        this.streams = sources.size();
        this.cursors = new EventSource.Cursor[streams];
        this.isCompanion = new boolean[streams];
        this.times = new long[streams];
        this.ranks = new int[streams];
        try {
            for (int i = 0; i < streams; i++) {
                cursors[i] = sources.get(i).open(sink);
                opened++;
                isCompanion[i] = sources.get(i).isCompanion();
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Time of the first event that is no companion's, epoch nanoseconds; {@link EpochNanos#NEVER} if there is none. */
    public long nextNanos() {
        long first = EpochNanos.NEVER;
        for (int i = 0; i < streams; i++) {
            first = isCompanion[i] ? first : Math.min(first, cursors[i].nextNanos());
        }
        return first;
    }

    /** Replays everything. */
    public void run() {
        run(count -> {});
    }

    /**
     * Replays everything.
     *
     * @param progress told the number of events so far, every few thousand events and at the end
     */
    public void run(LongConsumer progress) {
        build();
        long count = 0;
        long told = 0;
        while (size > 1 && leading > 0) {
            int leader = stream(ranks[0]);
            int second = second();
            EventSource.Cursor cursor = cursors[leader];
            int other = ranks[second];
            count += cursor.emit(times[second], other >= streams, leader < stream(other));
            if (count - told >= PROGRESS_EVENTS) {
                told = count;
                progress.accept(count);
            }
            long next = cursor.nextNanos();
            if (next == EpochNanos.NEVER) {
                size--;
                leading -= isCompanion[leader] ? 0 : 1;
                siftDown(0, times[size], ranks[size]);
            } else {
                siftDown(0, next, cursor.isBeginning() ? leader + streams : leader);
            }
        }
        if (size == 1 && leading > 0) {
            drain(cursors[stream(ranks[0])], count, progress);
        } else {
            progress.accept(count);
        }
    }

    /** Lets the companions hand over what happened up to the last event of the others, with which the run ends. */
    public void finish(long lastNanos) {
        for (int i = 0; i < streams; i++) {
            if (isCompanion[i] && cursors[i].nextNanos() <= lastNanos) {
                cursors[i].emit(lastNanos, true, false);
            }
        }
    }

    /** Closes all streams, so that a run that was cut short leaves no file open. */
    @Override
    public void close() {
        for (int i = 0; i < opened; i++) {
            cursors[i].close();
        }
    }

    /** Where in the heap the earliest event but one is. */
    private int second() {
        return size > 2 && isBefore(times[2], ranks[2], times[1], ranks[1]) ? 2 : 1;
    }

    /** A stream alone: in slices of time, so that progress can be told. */
    private static void drain(EventSource.Cursor cursor, long before, LongConsumer progress) {
        long count = before;
        while (cursor.nextNanos() != EpochNanos.NEVER) {
            long limit = cursor.nextNanos() + 86_400 * EpochNanos.SECOND;
            count += cursor.emit(limit, false, false);
            progress.accept(count);
        }
    }

    private int stream(int rank) {
        return rank < streams ? rank : rank - streams;
    }

    private void build() {
        size = 0;
        leading = 0;
        for (int i = 0; i < streams; i++) {
            if (cursors[i].nextNanos() != EpochNanos.NEVER) {
                leading += isCompanion[i] ? 0 : 1;
                times[size] = cursors[i].nextNanos();
                ranks[size++] = cursors[i].isBeginning() ? i + streams : i;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(i, times[i], ranks[i]);
        }
    }

    /** Puts an entry where it belongs at or below {@code start}. */
    private void siftDown(int start, long time, int rank) {
        int i = start;
        int child = 2 * i + 1;
        while (child < size) {
            int right = child + 1;
            if (right < size && isBefore(times[right], ranks[right], times[child], ranks[child])) {
                child = right;
            }
            if (!isBefore(times[child], ranks[child], time, rank)) {
                break;
            }
            times[i] = times[child];
            ranks[i] = ranks[child];
            i = child;
            child = 2 * i + 1;
        }
        times[i] = time;
        ranks[i] = rank;
    }

    private static boolean isBefore(long time, int rank, long otherTime, int otherRank) {
        return time < otherTime || (time == otherTime && rank < otherRank);
    }
}
