package io.ttquant.core.matching;

import org.jspecify.annotations.Nullable;

/**
 * Working orders by their owner's sequence number: a hash table with open addressing, at most half full. Sequence numbers rise by one, so the
 * number itself spreads well.
 */
final class OrderIndex {
    private @Nullable WorkingOrder[] table = new @Nullable WorkingOrder[16];
    private int size;

    void put(WorkingOrder order) {
        if (2 * size >= table.length) {
            grow();
        }
        int at = place(order.sequence);
        size += table[at] == null ? 1 : 0;
        table[at] = order;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @Nullable
    WorkingOrder get(long sequence) {
        return table[place(sequence)];
    }

    void remove(WorkingOrder order) {
        int free = place(order.sequence);
        if (table[free] == null) {
            return;
        }
        size--;
        table[free] = null;
        // Whoever could not have its place because of the removed one moves up, so that no search ends too early.
        int at = next(free);
        for (WorkingOrder moving = table[at]; moving != null; moving = table[at]) {
            table[at] = null;
            table[place(moving.sequence)] = moving;
            at = next(at);
        }
    }

    /** Where a number is, or where it would be put. */
    private int place(long sequence) {
        int at = (int) sequence & (table.length - 1);
        for (WorkingOrder there = table[at]; there != null && there.sequence != sequence; there = table[at]) {
            at = next(at);
        }
        return at;
    }

    private int next(int at) {
        return (at + 1) & (table.length - 1);
    }

    private void grow() {
        @Nullable WorkingOrder[] old = table;
        table = new @Nullable WorkingOrder[2 * old.length];
        for (WorkingOrder order : old) {
            if (order != null) {
                table[place(order.sequence)] = order;
            }
        }
    }
}
