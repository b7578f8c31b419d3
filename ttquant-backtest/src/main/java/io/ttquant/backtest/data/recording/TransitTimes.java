package io.ttquant.backtest.data.recording;

import java.util.Arrays;

/** Times between an event and its receipt, which may be negative where clocks differ: the median of up to a fixed number, evenly thinned. */
final class TransitTimes {
    private static final int MOST = 1 << 14;

    private final long[] kept = new long[MOST];
    private int size;
    private long step = 1;
    private long seen;
    private long negative;

    void add(long nanos) {
        negative += nanos < 0 ? 1 : 0;
        if (seen++ % step != 0) {
            return;
        }
        if (size == MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                kept[i] = kept[2 * i];
            }
            size = MOST / 2;
            step *= 2;
        }
        kept[size++] = nanos;
    }

    long count() {
        return seen;
    }

    /** Receipts that lie before the event. */
    long negative() {
        return negative;
    }

    /** The middle one, nanoseconds; 0 if there is none. */
    long median() {
        long[] sorted = Arrays.copyOf(kept, size);
        Arrays.sort(sorted);
        return size == 0 ? 0 : sorted[size / 2];
    }
}
