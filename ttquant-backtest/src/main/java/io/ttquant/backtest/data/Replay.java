package io.ttquant.backtest.data;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.time.EpochNanos;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Merges streams into the one order of events: by time; at one instant what ends or happens before what begins; then in the order of
 * registration. The leading stream runs in its own tight loop for as long as it stays ahead.
 */
public final class Replay {
    private final EventSource.Cursor[] cursors;
    private final int[] heap;
    private int size;

    /** Opens all streams into a sink. */
    public Replay(List<? extends EventSource> sources, MarketDataSink sink) {
        this.cursors = new EventSource.Cursor[sources.size()];
        this.heap = new int[sources.size()];
        for (int i = 0; i < cursors.length; i++) {
            cursors[i] = sources.get(i).open(sink);
        }
    }

    /** Time of the first event, epoch nanoseconds; {@link EpochNanos#NEVER} if there is none. */
    public long nextNanos() {
        long first = EpochNanos.NEVER;
        for (EventSource.Cursor cursor : cursors) {
            first = Math.min(first, cursor.nextNanos());
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
     * @param progress told the number of events so far, whenever the leading stream changes
     */
    public void run(LongConsumer progress) {
        build();
        long count = 0;
        while (size > 1) {
            int leader = heap[0];
            int second = size > 2 && isBefore(heap[2], heap[1]) ? heap[2] : heap[1];
            count += cursors[leader].emit(cursors[second].nextNanos(), cursors[second].isBeginning(), leader < second);
            progress.accept(count);
            if (cursors[leader].nextNanos() == EpochNanos.NEVER) {
                heap[0] = heap[--size];
            }
            siftDown(0);
        }
        if (size == 1) {
            drain(cursors[heap[0]], count, progress);
        }
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

    private void build() {
        size = 0;
        for (int i = 0; i < cursors.length; i++) {
            if (cursors[i].nextNanos() != EpochNanos.NEVER) {
                heap[size++] = i;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(i);
        }
    }

    private void siftDown(int start) {
        int i = start;
        int moving = heap[i];
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], moving)) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = moving;
    }

    private boolean isBefore(int a, int b) {
        long x = cursors[a].nextNanos();
        long y = cursors[b].nextNanos();
        if (x != y) {
            return x < y;
        }
        boolean begins = cursors[a].isBeginning();
        return begins == cursors[b].isBeginning() ? a < b : !begins;
    }
}
