package io.ttquant.core.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** The last returns, in a ring. One thread adds, any other may copy. */
final class ReturnSeries {
    private static final VarHandle VALUES = MethodHandles.arrayElementVarHandle(double[].class);

    private final double[] ring;
    private final int most;
    private volatile long added;

    /** None yet, and never more than the given number. */
    ReturnSeries(int most) {
        this.most = most;
        // One place more, for the one that is being written while somebody copies.
        this.ring = new double[most + 1];
    }

    void add(double value) {
        long number = added;
        VALUES.setOpaque(ring, (int) (number % ring.length), value);
        added = number + 1;
    }

    /** How many there were since the start, which tells whether a copy is still good. */
    long added() {
        return added;
    }

    int size() {
        return (int) Math.min(added, most);
    }

    /** The last ones, the oldest first. */
    double[] copy() {
        long end = added;
        long start = Math.max(0, end - most);
        double[] copy = new double[(int) (end - start)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (double) VALUES.getOpaque(ring, (int) ((start + i) % ring.length));
        }
        // What was overwritten meanwhile is newer than the rest and would be in the wrong place.
        int lost = (int) Math.min(copy.length, Math.max(0, added - most - start));
        return lost == 0 ? copy : Arrays.copyOfRange(copy, lost, copy.length);
    }
}
