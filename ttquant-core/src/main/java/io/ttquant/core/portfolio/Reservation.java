package io.ttquant.core.portfolio;

import io.ttquant.api.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/** Funds that an open order holds back. Its parts, released fill by fill, add up to the whole exactly. */
public final class Reservation {
    private @Nullable Funds funds;
    private long rawAmount;
    private long rawQuantity;
    private @Nullable SharedFunds shared;

    /** A reservation of nothing. */
    public Reservation() {}

    /** What is held back now, at the scale of its currency. */
    public long rawAmount() {
        return rawAmount;
    }

    /** The quantity for which it is held back, at the instrument's quantity scale. */
    public long rawQuantity() {
        return rawQuantity;
    }

    boolean isOf(Funds other) {
        return funds == other;
    }

    void share(SharedFunds with) {
        if (funds != null || shared != null) {
            throw new IllegalStateException("a reservation of " + rawAmount + " is held or shared already");
        }
        shared = with;
    }

    /** What an order may pay from: its own amount, or a larger one of those that end when it fills. */
    long rawUsable(Funds from) {
        long own = funds == from ? rawAmount : 0;
        return shared == null ? own : Math.max(own, shared.most(from, this));
    }

    /** What an amount adds to that which others share with it. */
    private long beyondOthers(Funds from, long rawOwn) {
        return shared == null ? rawOwn : Math.max(0, rawOwn - shared.most(from, this));
    }

    /**
     * Holds back another amount instead of the one before.
     *
     * @return how much is missing; then nothing is changed
     */
    long replace(Funds from, long rawNeeded, long rawForQuantity) {
        long own = rawHeld(from);
        long added = beyondOthers(from, rawNeeded);
        long missing = Math.subtractExact(added, Math.addExact(from.rawFree(), own));
        if (missing > 0 && (shared == null || added > own)) {
            return missing;
        }
        set(from, rawNeeded, rawForQuantity);
        return 0;
    }

    /** Holds back another amount instead of the one before, whether or not it is there. */
    void set(Funds from, long rawNeeded, long rawForQuantity) {
        release();
        from.rawLocked = Math.addExact(from.rawLocked, beyondOthers(from, rawNeeded));
        funds = from;
        rawAmount = rawNeeded;
        rawQuantity = rawForQuantity;
    }

    /** What of these funds is held back for this alone. */
    long rawHeld(Funds from) {
        return funds == from ? beyondOthers(from, rawAmount) : 0;
    }

    /** Releases the part that a fill used up. */
    void releaseFilled(long rawFilledQuantity) {
        if (funds == null) {
            return;
        }
        if (rawFilledQuantity >= rawQuantity) {
            release();
            return;
        }
        long part = FixedPoint.multiplyDivide(rawAmount, rawFilledQuantity, rawQuantity);
        funds.rawLocked -= beyondOthers(funds, rawAmount) - beyondOthers(funds, rawAmount - part);
        rawAmount -= part;
        rawQuantity -= rawFilledQuantity;
    }

    /** A fill cost more than was held back for its part, and than was free: what it took from the rest is not held back any more. */
    void coverFromRest() {
        if (funds != null && funds.rawFree() < 0) {
            long part = Math.min(Math.negateExact(funds.rawFree()), rawHeld(funds));
            funds.rawLocked -= part;
            rawAmount -= part;
        }
    }

    /** The amount turns out to be for another quantity. */
    public void requantify(long rawForQuantity) {
        if (funds != null) {
            rawQuantity = rawForQuantity;
        }
    }

    /** Holds back for at most this quantity from now on. */
    public void shrinkTo(long rawLeaves) {
        if (rawLeaves < rawQuantity) {
            releaseFilled(rawQuantity - rawLeaves);
        }
    }

    void release() {
        if (funds != null) {
            funds.rawLocked -= beyondOthers(funds, rawAmount);
            funds = null;
            rawAmount = 0;
            rawQuantity = 0;
        }
    }
}
