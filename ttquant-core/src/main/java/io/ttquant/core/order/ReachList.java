package io.ttquant.core.order;

import java.util.Arrays;

/** The positions of one strategy, or of the account, that are not flat or may become so, and the number of open orders. */
public final class ReachList {
    private Reach[] active = {};
    private int size;
    private int openOrders;

    /** None. */
    public ReachList() {}

    /** Number of positions that are not flat, or that an open order may open. */
    public int size() {
        return size;
    }

    /** One of them; in no order that means anything. */
    public Reach get(int index) {
        return active[index];
    }

    /** Number of open orders in all instruments. */
    public int openOrders() {
        return openOrders;
    }

    void count(int orders) {
        openOrders += orders;
    }

    void toggle(Reach reach) {
        if (reach.place < 0) {
            if (size == active.length) {
                active = Arrays.copyOf(active, Math.max(4, size * 2));
            }
            reach.place = size;
            active[size++] = reach;
        } else {
            Reach last = active[--size];
            active[reach.place] = last;
            last.place = reach.place;
            reach.place = -1;
        }
    }
}
