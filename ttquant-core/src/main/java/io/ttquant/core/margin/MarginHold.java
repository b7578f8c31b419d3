package io.ttquant.core.margin;

import io.ttquant.api.money.FixedPoint;

/** What an open order adds to the margin of its instrument, in each view: its value and quantity, and what it may lose at once. */
public final class MarginHold {
    final long[] rawValue = new long[2];
    final long[] rawQuantity = new long[2];
    final long[] rawCost = new long[2];

    /** A hold of nothing. */
    public MarginHold() {}

    /** True if we hold back margin for an order of this value and quantity, or for a larger one. */
    public boolean covers(long rawOrderValue, long rawOrderQuantity) {
        return rawOrderValue <= Math.abs(rawValue[0]) && rawOrderQuantity <= rawQuantity();
    }

    /** True if the exchange holds back margin for a part of this value and quantity. */
    boolean isHeldAtExchange(long rawPartValue, long rawPart) {
        long whole = Math.abs(rawQuantity[1]);
        return rawPart <= whole
                && whole != 0
                && rawPartValue <= FixedPoint.multiplyDivide(Math.abs(rawValue[1]), rawPart, whole);
    }

    /** The quantity for which we hold back margin, at the quantity scale. */
    public long rawQuantity() {
        return Math.abs(rawQuantity[0]);
    }
}
