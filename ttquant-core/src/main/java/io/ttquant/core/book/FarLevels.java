package io.ttquant.core.book;

import java.util.Arrays;

/** Levels sorted by key, the highest, nearest to the touch, at the end, where most changes are and moving is cheap. */
final class FarLevels {
    private long[] keys = new long[64];
    private long[] quantities = new long[64];
    private int size;

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    long quantity(int index) {
        return quantities[index];
    }

    long quantityOf(long key) {
        int at = find(key);
        return at < 0 ? 0 : quantities[at];
    }

    /** Sets or, with quantity zero, removes a level; false if nothing was there to remove. */
    boolean set(long key, long quantity) {
        int at = find(key);
        if (at >= 0) {
            if (quantity != 0) {
                quantities[at] = quantity;
            } else {
                remove(at);
            }
            return true;
        }
        if (quantity != 0) {
            insert(-at - 1, key, quantity);
            return true;
        }
        return false;
    }

    /** Adds a level above all others. */
    void append(long key, long quantity) {
        insert(size, key, quantity);
    }

    void removeLast() {
        size--;
    }

    void clear() {
        size = 0;
    }

    private int find(long key) {
        return Arrays.binarySearch(keys, 0, size, key);
    }

    private void remove(int at) {
        size--;
        System.arraycopy(keys, at + 1, keys, at, size - at);
        System.arraycopy(quantities, at + 1, quantities, at, size - at);
    }

    private void insert(int at, long key, long quantity) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            quantities = Arrays.copyOf(quantities, size * 2);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(quantities, at, quantities, at + 1, size - at);
        keys[at] = key;
        quantities[at] = quantity;
        size++;
    }
}
