package io.ttquant.backtest.interval;

import java.util.Arrays;

/** Small sets of ids as sorted arrays that are never changed: a branch and its copies may share one. */
final class SortedIds {
    static final int[] NONE = {};

    private SortedIds() {}

    static boolean contains(int[] ids, int id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    static int[] with(int[] ids, int id) {
        int at = Arrays.binarySearch(ids, id);
        if (at >= 0) {
            return ids;
        }
        int place = -at - 1;
        int[] more = new int[ids.length + 1];
        System.arraycopy(ids, 0, more, 0, place);
        more[place] = id;
        System.arraycopy(ids, place, more, place + 1, ids.length - place);
        return more;
    }

    /** The ids without one of them, which may be missing. */
    static int[] without(int[] ids, int id) {
        int at = Arrays.binarySearch(ids, id);
        if (at < 0) {
            return ids;
        }
        if (ids.length == 1) {
            return NONE;
        }
        int[] rest = new int[ids.length - 1];
        System.arraycopy(ids, 0, rest, 0, at);
        System.arraycopy(ids, at + 1, rest, at, rest.length - at);
        return rest;
    }
}
