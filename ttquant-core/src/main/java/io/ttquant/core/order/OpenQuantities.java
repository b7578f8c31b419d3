package io.ttquant.core.order;

import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.PositionState;

/**
 * What is open for one position: running sums of all quantities that may still be filled, and how far the position can go with them.
 *
 * <p>An order counts with all that may still be filled of it: from when it is sent, at the larger of its old and its new quantity while an
 * amendment is not answered, and until the exchange has said that it is closed. Reduce-only orders cannot take the position past flat, so together
 * they count for at most what is held; that way a stop-loss and a take-profit for the same position do not count twice. Orders of which one fills
 * instead of the other count with the largest of them.
 */
final class OpenQuantities {
    private final PositionState position;
    private final Reach own;
    private final Reach account;
    private final PaidInBase paid;
    private long rawBuys;
    private long rawSells;
    private long rawReducingBuys;
    private long rawReducingSells;
    private boolean isExiting;

    OpenQuantities(PositionState position, Reach own, Reach account, PaidInBase paid) {
        this.position = position;
        this.own = own;
        this.account = account;
        this.paid = paid;
    }

    int size() {
        return own.openOrders();
    }

    void count(int orders) {
        own.count(orders);
        account.count(orders);
    }

    void change(Side side, boolean isReduceOnly, long rawChange) {
        if (side == Side.BUY) {
            if (isReduceOnly) {
                rawReducingBuys = Math.addExact(rawReducingBuys, rawChange);
            } else {
                rawBuys = Math.addExact(rawBuys, rawChange);
            }
        } else if (isReduceOnly) {
            rawReducingSells = Math.addExact(rawReducingSells, rawChange);
        } else {
            rawSells = Math.addExact(rawSells, rawChange);
        }
        refresh();
    }

    long rawOpen(Side side) {
        return side == Side.BUY ? Math.addExact(rawBuys, rawReducingBuys) : Math.addExact(rawSells, rawReducingSells);
    }

    /** What of it only reduces. */
    long rawReducing(Side side) {
        return side == Side.BUY ? rawReducingBuys : rawReducingSells;
    }

    /** Whether the engine closes the position, now or later, so that nothing of it can be relied on. */
    void setExiting(boolean exiting) {
        isExiting = exiting;
        refresh();
    }

    /**
     * What of a quantity the engine may close so that a limit holds even if open orders on the same side fill as well; those that only reduce need no
     * room.
     *
     * @param rawOver how much of all that can be held is past the limit if the whole position is closed
     */
    long rawCloseable(Side side, long rawQuantity, long rawOver) {
        if (rawOver <= 0) {
            return rawQuantity;
        }
        boolean isBuy = side == Side.BUY;
        long beyondFlat = Math.min(rawOver, isBuy ? rawBuys : rawSells);
        long held = Math.max(0, isBuy ? -position.rawQuantity() : position.rawQuantity());
        long left = Math.max(0, held - (isBuy ? rawReducingBuys : rawReducingSells));
        return beyondFlat == 0 ? rawQuantity : Math.max(0, Math.min(rawQuantity, left - beyondFlat));
    }

    /** Looks at the position again: fills and fees change it. */
    void refresh() {
        long low = Math.min(0, rawLow(rawSells, rawReducingSells));
        long high = Math.max(0, rawHigh(rawBuys, rawReducingBuys));
        long lowChange = low - own.rawLow();
        long highChange = high - own.rawHigh();
        if (lowChange != 0 || highChange != 0) {
            own.move(lowChange, highChange);
            account.move(lowChange, highChange);
        }
    }

    long rawLowWith(boolean isReduceOnly, long rawMore) {
        return isReduceOnly
                ? rawLow(rawSells, Math.addExact(rawReducingSells, rawMore))
                : rawLow(Math.addExact(rawSells, rawMore), rawReducingSells);
    }

    long rawHighWith(boolean isReduceOnly, long rawMore) {
        return isReduceOnly
                ? rawHigh(rawBuys, Math.addExact(rawReducingBuys, rawMore))
                : rawHigh(Math.addExact(rawBuys, rawMore), rawReducingBuys);
    }

    private long rawLow(long sells, long reducing) {
        long held = position.rawQuantity();
        long least = Math.min(held, 0);
        long low = Math.subtractExact(isExiting ? least : Math.max(Math.subtractExact(held, reducing), least), sells);
        return sells == 0 ? low : Math.subtractExact(low, paid.rawMore(Side.SELL, Math.addExact(sells, reducing)));
    }

    private long rawHigh(long buys, long reducing) {
        long held = position.rawQuantity();
        long most = Math.max(held, 0);
        long high = Math.addExact(isExiting ? most : Math.min(Math.addExact(held, reducing), most), buys);
        return buys == 0 ? high : Math.addExact(high, paid.rawMore(Side.BUY, Math.addExact(buys, reducing)));
    }
}
