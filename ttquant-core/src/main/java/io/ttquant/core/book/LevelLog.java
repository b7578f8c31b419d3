package io.ttquant.core.book;

import java.util.Arrays;

/** Messages first in, first out, in one array of longs: what they change, their time, two counts, then the levels. */
final class LevelLog {
    private static final int HEADER = 4;
    private static final BookChange[] CHANGES = BookChange.values();

    private long[] values = new long[1024];
    private int start;
    private int end;

    boolean isEmpty() {
        return start == end;
    }

    /** Keeps a copy. */
    void add(BookChange change, BookUpdate update) {
        reserve(HEADER + 2 * (update.bids() + update.asks()));
        put(change.ordinal());
        put(update.tsEvent());
        put(update.bids());
        put(update.asks());
        put(update.bidLevels());
        put(update.askLevels());
    }

    private void reserve(int needed) {
        if (values.length - end >= needed) {
            return;
        }
        int size = end - start;
        long[] roomy = size + needed > values.length / 2
                ? new long[Math.max(Math.multiplyExact(values.length, 2), size + needed)]
                : values;
        System.arraycopy(values, start, roomy, 0, size);
        values = roomy;
        start = 0;
        end = size;
    }

    private void put(LevelList levels) {
        for (int i = 0, n = levels.size(); i < n; i++) {
            put(levels.price(i));
            put(levels.quantity(i));
        }
    }

    private void put(long value) {
        values[end++] = value;
    }

    /** Takes out the oldest; there must be one. */
    BookChange takeInto(BookUpdate target) {
        BookChange change = CHANGES[(int) take()];
        target.clear().tsEvent(take());
        int bids = (int) take();
        int asks = (int) take();
        for (int i = 0; i < bids; i++) {
            target.bid(take(), take());
        }
        for (int i = 0; i < asks; i++) {
            target.ask(take(), take());
        }
        return change;
    }

    private long take() {
        return values[start++];
    }

    @Override
    public String toString() {
        return "LevelLog" + Arrays.toString(Arrays.copyOfRange(values, start, end));
    }
}
