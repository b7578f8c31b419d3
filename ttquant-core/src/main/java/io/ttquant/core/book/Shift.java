package io.ttquant.core.book;

import java.util.Arrays;

/** Moves the content of an array and fills what was left behind with zeros. */
final class Shift {
    private Shift() {}

    /** Moves up by a positive distance, down by a negative one, each less than the length. */
    static void move(long[] values, int by) {
        int length = values.length;
        if (by > 0) {
            System.arraycopy(values, 0, values, by, length - by);
            Arrays.fill(values, 0, by, 0);
        } else {
            System.arraycopy(values, -by, values, 0, length + by);
            Arrays.fill(values, length + by, length, 0);
        }
    }
}
