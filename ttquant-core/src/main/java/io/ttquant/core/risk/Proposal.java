package io.ttquant.core.risk;

import io.ttquant.api.market.Instrument;

/**
 * An order or an amendment as the rules see it.
 *
 * @param instrument what it trades
 * @param isBuy its side
 * @param isAmendment whether it changes an order that is open
 * @param isReduceOnly whether it cannot take the strategy's position past flat
 * @param isWithinHeld whether it is for no more than the strategy holds; never true of one that spends an amount
 * @param isProtective whether the engine sends it by itself so that a position is not left without its exits; it only reduces
 * @param rawQuantity how much, in all, at the quantity scale
 * @param rawPrice its limit price at the price scale; 0 if it has none
 * @param rawTrigger its trigger price at the price scale; 0 if it has none
 * @param isAtMarket whether it executes at once at whatever price there is
 * @param isMoved whether its prices or its quantity ask for more than before; true for a new order
 * @param rawReference the best price of the other side, or the last one, at the price scale; 0 if none is known
 * @param referenceNanos when that price was made, epoch nanoseconds; {@link Long#MIN_VALUE} if it is not known
 * @param eventNanos when the event happened in whose handling it is sent, epoch nanoseconds; {@link Long#MIN_VALUE} if it is not known
 * @param isOnBar whether that event is a bar, which a venue sends some time after it has closed
 * @param nowNanos the engine's time
 * @param rawReachBefore how far the strategy's position can go in its direction without it: the highest for a buy, the lowest for a sell
 * @param rawReachAfter how far the strategy's position can go in its direction with it
 */
public record Proposal(
        Instrument instrument,
        boolean isBuy,
        boolean isAmendment,
        boolean isReduceOnly,
        boolean isWithinHeld,
        boolean isProtective,
        long rawQuantity,
        long rawPrice,
        long rawTrigger,
        boolean isAtMarket,
        boolean isMoved,
        long rawReference,
        long referenceNanos,
        long eventNanos,
        boolean isOnBar,
        long nowNanos,
        long rawReachBefore,
        long rawReachAfter) {
    /** True if it only brings the strategy's position nearer to flat, counting everything in flight. */
    boolean isReducing() {
        return isBuy ? rawReachAfter <= 0 : rawReachAfter >= 0;
    }

    /**
     * True if it closes of what the strategy holds, and nothing more. A reduce-only order that was raised above that is none: at the venue it could close
     * what others hold.
     */
    boolean isExit() {
        return isWithinHeld && isReducing();
    }

    /** True if it may bring more risk than there was: it asks for more, and not only to reduce or to protect. */
    public boolean mayLose() {
        return isMoved && !isProtective && !isReducing();
    }

    /** How much further it lets the position go: above 0 for a buy, below for a sell, 0 if it only reduces. */
    long rawReachChange() {
        return isBuy
                ? Math.max(rawReachAfter, 0) - Math.max(rawReachBefore, 0)
                : Math.min(rawReachAfter, 0) - Math.min(rawReachBefore, 0);
    }

    /**
     * The price at which it may execute that makes its value largest, as far as is known: a buy's limit, else the dearest of its prices and the
     * reference. 0 if none is known.
     */
    long rawJudgedPrice() {
        boolean isBounded = isBuy && rawPrice > 0 && !instrument.isInverse();
        return isBounded ? rawPrice : rawDearest(rawDearest(rawPrice, rawTrigger), rawReference);
    }

    /** Of two prices the one at which a quantity is worth more; 0 is none. */
    long rawDearest(long a, long b) {
        return instrument.isInverse() && a > 0 && b > 0 ? Math.min(a, b) : Math.max(a, b);
    }
}
