package io.ttquant.core.book;

/** The last so many ids that went, so that a late row about one of them is known as such. */
final class RecentIds {
    private final long[] ring;
    private final LongIndex known;
    private int next;

    /** @param capacity how many are remembered; 0 for none */
    RecentIds(int capacity) {
        ring = new long[capacity];
        known = new LongIndex(capacity);
    }

    void add(long id) {
        if (ring.length == 0 || known.get(id) != LongIndex.NONE) {
            return;
        }
        if (known.size() == ring.length) {
            known.remove(ring[next]);
        }
        ring[next] = id;
        known.add(id, next);
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    boolean contains(long id) {
        return known.get(id) != LongIndex.NONE;
    }

    void clear() {
        known.clear();
        next = 0;
    }
}
