package io.ttquant.core.matching;

/**
 * What one aggressor leaves for our orders of a side as it goes from print to print, or from order to order. What an order of ours took at a better
 * price or place is missing for those behind it, also where they are met by another print of the same instant.
 */
final class Sweep {
    private long nanos = Long.MIN_VALUE;
    private long number;
    private long taken;
    private long takenBefore;

    /** Another print, or another executed order; of the same aggressor if it is of the same instant. */
    void next(long nowNanos) {
        if (nowNanos != nanos) {
            nanos = nowNanos;
            number++;
            taken = 0;
        }
        takenBefore = taken;
    }

    /** What of a print's share for an order is there, after what orders of ours took before the aggressor came to this one. */
    long left(WorkingOrder order, long rawShare) {
        BookPlace place = order.inBook();
        if (place.sweep != number) {
            place.sweep = number;
            place.rawMissing = takenBefore;
        }
        long missing = Math.min(place.rawMissing, rawShare);
        place.rawMissing -= missing;
        return rawShare - missing;
    }

    /** What orders of ours took of a print before it came to this one, and this one did not feel yet. */
    void missed(WorkingOrder order, long rawQuantity) {
        order.inBook().rawMissing += Math.max(0, rawQuantity);
    }

    void took(long rawQuantity) {
        taken += rawQuantity;
    }
}
