package io.ttquant.core.engine;

import io.ttquant.api.exchange.BarSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The last bars of history of one subscription: a ring of columns, so that any length of history costs the same. */
final class WarmupBars implements BarSink {
    private static final int COLUMNS = 8;
    private static final int TS_EVENT = 1;

    private final int capacity;
    private final long[] ring;
    private long count;

    WarmupBars(int capacity) {
        this.capacity = capacity;
        this.ring = new long[Math.multiplyExact(capacity, COLUMNS)];
    }

    @Override
    public void open(long tsOpen, long rawOpen) {}

    @Override
    public void bar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        if (capacity == 0) {
            return;
        }
        int at = (int) (count++ % capacity) * COLUMNS;
        ring[at] = tsOpen;
        ring[at + TS_EVENT] = tsEvent;
        ring[at + 2] = tsInit;
        ring[at + 3] = rawOpen;
        ring[at + 4] = rawHigh;
        ring[at + 5] = rawLow;
        ring[at + 6] = rawClose;
        ring[at + 7] = rawVolume;
    }

    private int size() {
        return (int) Math.min(count, capacity);
    }

    private int at(int fromOldest) {
        return (int) ((count - size() + fromOldest) % capacity) * COLUMNS;
    }

    private record Past(BarListener listener, WarmupBars bars, int at) {
        long tsEvent() {
            return bars.ring[at + TS_EVENT];
        }

        void deliver() {
            long[] r = bars.ring;
            listener.bar(r[at], r[at + 1], r[at + 2], r[at + 3], r[at + 4], r[at + 5], r[at + 6], r[at + 7]);
        }
    }

    /** Ends history for the listeners: hands them what is kept, in the order of time, finer before coarser, then of subscription. */
    static void replay(List<BarListener> listeners) {
        List<Past> all = new ArrayList<>();
        for (BarListener listener : listeners) {
            WarmupBars bars = listener.goLive();
            for (int i = 0; i < bars.size(); i++) {
                all.add(new Past(listener, bars, bars.at(i)));
            }
        }
        all.sort(Comparator.comparingLong(Past::tsEvent).thenComparing(past -> past.listener.spec(), FinerFirst.ORDER));
        all.forEach(Past::deliver);
    }
}
