package io.ttquant.exchanges.feed;

/**
 * Which of the last ids came before, for streams that may bring one twice and out of order. Ids rise as a rule, and one above all others is new without a
 * look; any other is looked for among the last ones, so that none that is new is left out.
 */
final class RecentIds {
    private final long[] ring;
    private long highest = Long.MIN_VALUE;
    private int next;
    private int size;

    /** Remembers as many. */
    RecentIds(int capacity) {
        ring = new long[capacity];
    }

    /** Whether an id is none of the last ones; from then on it is. */
    boolean isNew(long id) {
        if (id <= highest && has(id)) {
            return false;
        }
        highest = Math.max(highest, id);
        ring[next] = id;
        next = (next + 1) % ring.length;
        size = Math.min(size + 1, ring.length);
        return true;
    }

    private boolean has(long id) {
        for (int i = 0; i < size; i++) {
            if (ring[i] == id) {
                return true;
            }
        }
        return false;
    }
}
