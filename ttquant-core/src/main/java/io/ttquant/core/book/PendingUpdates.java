package io.ttquant.core.book;

import java.util.Arrays;

/** Increments kept until a snapshot comes, in one array of longs: ids, time, checksum, two counts, then the levels. */
final class PendingUpdates {
    private static final int HEADER = 7;

    private final int limit;
    private long[] values = new long[1024];
    private int end;
    private int position;

    /** @param limit how many longs are kept at most */
    PendingUpdates(int limit) {
        this.limit = limit;
    }

    /** Keeps a copy. If that is too much, what was kept is dropped first: a later snapshot covers it. True if nothing was dropped. */
    boolean add(BookUpdate update) {
        int needed = HEADER + 2 * (update.bids() + update.asks());
        boolean fits = end + needed <= limit;
        if (!fits) {
            end = 0;
        }
        if (end + needed > values.length) {
            values = Arrays.copyOf(values, Math.max(values.length * 2, end + needed));
        }
        write(update);
        return fits;
    }

    private void write(BookUpdate update) {
        put(update.firstId());
        put(update.lastId());
        put(update.previousId());
        put(update.tsEvent());
        put(update.checksum());
        put(update.bids());
        put(update.asks());
        for (int i = 0; i < update.bids(); i++) {
            put(update.rawBid(i));
            put(update.rawBidQuantity(i));
        }
        for (int i = 0; i < update.asks(); i++) {
            put(update.rawAsk(i));
            put(update.rawAskQuantity(i));
        }
    }

    private void put(long value) {
        values[end++] = value;
    }

    /** Starts reading at the oldest. */
    void rewind() {
        position = 0;
    }

    /** Reads the next into {@code target}; false if there is none. */
    boolean read(BookUpdate target) {
        if (position == end) {
            return false;
        }
        target.clear().ids(take(), take(), take()).tsEvent(take()).checksum((int) take());
        int bids = (int) take();
        int asks = (int) take();
        for (int i = 0; i < bids; i++) {
            target.bid(take(), take());
        }
        for (int i = 0; i < asks; i++) {
            target.ask(take(), take());
        }
        return true;
    }

    private long take() {
        return values[position++];
    }

    /** Drops all that were read before {@code last}, the one read last, and keeps it and what follows. */
    void dropBefore(BookUpdate last) {
        int from = position - HEADER - 2 * (last.bids() + last.asks());
        System.arraycopy(values, from, values, 0, end - from);
        end -= from;
        position = 0;
    }

    void clear() {
        end = 0;
        position = 0;
    }
}
