package io.ttquant.core.portfolio;

import io.ttquant.api.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/** Funds that an open order holds back. Its parts, released fill by fill, add up to the whole exactly. */
public final class Reservation {
    private @Nullable Funds funds;
    private long rawAmount;
    private long rawQuantity;

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

    /**
     * Holds back another amount instead of the one before.
     *
     * @return how much is missing; then nothing is changed
     */
    long replace(Funds from, long rawNeeded, long rawForQuantity) {
        long own = funds == from ? rawAmount : 0;
        long missing = Math.subtractExact(rawNeeded, Math.addExact(from.rawFree(), own));
        if (missing > 0) {
            return missing;
        }
        release();
        from.rawLocked += rawNeeded;
        funds = from;
        rawAmount = rawNeeded;
        rawQuantity = rawForQuantity;
        return 0;
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
        funds.rawLocked -= part;
        rawAmount -= part;
        rawQuantity -= rawFilledQuantity;
    }

    void release() {
        if (funds != null) {
            funds.rawLocked -= rawAmount;
            funds = null;
            rawAmount = 0;
            rawQuantity = 0;
        }
    }
}
