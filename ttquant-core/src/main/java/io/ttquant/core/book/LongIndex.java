package io.ttquant.core.book;

import java.util.Arrays;

/** From any {@code long} to an index from 0 on: open addressing, linear probes, and no traces left by removals. */
final class LongIndex {
    static final int NONE = -1;

    private long[] keys;
    // One more than the index, so that 0 is a free slot.
    private int[] indexes;
    private int mask;
    private int size;

    LongIndex(int expected) {
        int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) << 2);
        keys = new long[capacity];
        indexes = new int[capacity];
        mask = capacity - 1;
    }

    int size() {
        return size;
    }

    /** The index of a key; {@link #NONE} if it is not there. */
    int get(long key) {
        for (int at = home(key); indexes[at] != 0; at = (at + 1) & mask) {
            if (keys[at] == key) {
                return indexes[at] - 1;
            }
        }
        return NONE;
    }

    /** Adds a key that is not there. */
    void add(long key, int index) {
        if (size >= keys.length >> 1) {
            grow();
        }
        place(key, index + 1);
        size++;
    }

    /** Removes a key; the index that it had, {@link #NONE} if it was not there. */
    int remove(long key) {
        int at = home(key);
        while (indexes[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        if (indexes[at] == 0) {
            return NONE;
        }
        int index = indexes[at] - 1;
        close(at);
        size--;
        return index;
    }

    void clear() {
        Arrays.fill(indexes, 0);
        size = 0;
    }

    /** Fills the hole with a later key of the same run that may stand there, and so on to the end of the run. */
    private void close(int hole) {
        int at = (hole + 1) & mask;
        while (indexes[at] != 0) {
            int distance = (at - home(keys[at])) & mask;
            if (distance >= ((at - hole) & mask)) {
                keys[hole] = keys[at];
                indexes[hole] = indexes[at];
                hole = at;
            }
            at = (at + 1) & mask;
        }
        indexes[hole] = 0;
    }

    private void place(long key, int stored) {
        int at = home(key);
        while (indexes[at] != 0) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        indexes[at] = stored;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldIndexes = indexes;
        keys = new long[oldKeys.length * 2];
        indexes = new int[keys.length];
        mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldIndexes[i] != 0) {
                place(oldKeys[i], oldIndexes[i]);
            }
        }
    }

    /** Fibonacci hashing spreads ids that count up and prices that are multiples. */
    private int home(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32) & mask;
    }
}
