package io.ttquant.core.margin;

import io.ttquant.api.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/** What an open order adds to the margin of its instrument, in each view: its value and quantity, and what it may lose at once. */
public final class MarginHold {
    final long[] rawValue = new long[2];
    final long[] rawQuantity = new long[2];
    final long[] rawCost = new long[2];
    private @Nullable MarginShare share;

    /** A hold of nothing. */
    public MarginHold() {}

    /**
     * Lets two orders of one instrument hold back margin for the larger of them, since only one or the other fills. To be called before either holds
     * anything.
     *
     * @param other a hold that may share with others already; all of them share then
     * @param endsOthers whether a fill ends the others; else it leaves them no more than the filled one has left
     * @throws IllegalStateException if this one holds something back, or shares already
     */
    public void shareWith(MarginHold other, boolean endsOthers) {
        if (share != null || rawQuantity[0] != 0 || rawQuantity[1] != 0) {
            throw new IllegalStateException("margin for a quantity of " + rawQuantity() + " is held or shared already");
        }
        MarginShare its = other.share;
        if (its == null) {
            its = new MarginShare(endsOthers);
            other.share = its;
            its.add(other);
        }
        share = its;
        its.add(this);
    }

    boolean isOf(int view, boolean isBuy) {
        return isBuy ? rawQuantity[view] > 0 : rawQuantity[view] < 0;
    }

    /** What it holds back without a sign. */
    long raw(int view, MarginPart part) {
        return switch (part) {
            case VALUE -> Math.abs(rawValue[view]);
            case QUANTITY -> Math.abs(rawQuantity[view]);
            case COST -> rawCost[view];
        };
    }

    /** What an amount of its own adds to that which others share with it. */
    long rawBeyond(View view, MarginPart part, boolean isBuy, long rawOwn) {
        return share == null ? rawOwn : Math.max(0, rawOwn - share.most(this, view, part, isBuy));
    }

    /** By how much a fill lowers what it and those who share with it hold back; those end with the fill or are reduced by it. */
    long rawFreed(View view, MarginPart part, long rawOwnFreed, long rawLeft) {
        if (share == null) {
            return rawOwnFreed;
        }
        boolean isBuy = isOf(view.index(), true);
        long own = raw(view.index(), part);
        long before = Math.max(own, share.most(this, view, part, isBuy));
        return before - Math.max(own - rawOwnFreed, share.mostAfter(this, view, part, isBuy, rawLeft));
    }

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
