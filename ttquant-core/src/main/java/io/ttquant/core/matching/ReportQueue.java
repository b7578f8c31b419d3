package io.ttquant.core.matching;

import java.util.Arrays;

/** A ring of reports that are made once and filled in again and again, so that a report costs no object. */
final class ReportQueue {
    private Report[] ring = filled(new Report[8], 0);
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    Report first() {
        return ring[head];
    }

    /** A place at the end, to be filled in. */
    Report add() {
        if (size == ring.length) {
            grow();
        }
        return ring[(head + size++) & (ring.length - 1)];
    }

    /** The first report; it holds until something is added. */
    Report remove() {
        Report first = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        return first;
    }

    private void grow() {
        Report[] longer = new Report[ring.length * 2];
        int toEnd = ring.length - head;
        System.arraycopy(ring, head, longer, 0, toEnd);
        System.arraycopy(ring, 0, longer, toEnd, head);
        ring = filled(longer, size);
        head = 0;
    }

    private static Report[] filled(Report[] reports, int from) {
        Arrays.setAll(reports, i -> i < from ? reports[i] : new Report());
        return reports;
    }
}
