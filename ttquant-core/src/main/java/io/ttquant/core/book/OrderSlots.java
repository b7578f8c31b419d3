package io.ttquant.core.book;

import java.util.Arrays;

/** Orders as columns of arrays, each in the queue of its level by the indexes of its neighbours. Freed slots are chained and used again. */
final class OrderSlots {
    static final int NONE = -1;

    long[] id = new long[64];
    long[] quantity = new long[64];
    /** Grows from each order that joins a queue to the next. */
    long[] place = new long[64];

    int[] level = new int[64];
    int[] ahead = new int[64];
    int[] behind = new int[64];
    private int used;
    private int free = NONE;

    int take(long orderId, long rawQuantity) {
        int slot = free;
        if (slot == NONE) {
            slot = used++;
            if (slot == id.length) {
                grow();
            }
        } else {
            free = behind[slot];
        }
        id[slot] = orderId;
        quantity[slot] = rawQuantity;
        return slot;
    }

    void release(int slot) {
        behind[slot] = free;
        free = slot;
    }

    void clear() {
        used = 0;
        free = NONE;
    }

    private void grow() {
        int capacity = id.length * 2;
        id = Arrays.copyOf(id, capacity);
        quantity = Arrays.copyOf(quantity, capacity);
        place = Arrays.copyOf(place, capacity);
        level = Arrays.copyOf(level, capacity);
        ahead = Arrays.copyOf(ahead, capacity);
        behind = Arrays.copyOf(behind, capacity);
    }
}
