package io.ttquant.api.order;

/**
 * A change to an open order. What is not set stays as it is.
 *
 * @param rawQuantity the new total quantity, filled part included, at the quantity scale; 0 = unchanged
 * @param rawPrice the new limit price at the price scale; 0 = unchanged
 * @param rawTrigger the new trigger price at the price scale; 0 = unchanged
 */
public record Amendment(long rawQuantity, long rawPrice, long rawTrigger) {
    /** Another total quantity. */
    public static Amendment ofQuantity(long rawQuantity) {
        return new Amendment(rawQuantity, 0, 0);
    }

    /** Another limit price. */
    public static Amendment ofPrice(long rawPrice) {
        return new Amendment(0, rawPrice, 0);
    }

    /** Another trigger price. */
    public static Amendment ofTrigger(long rawTrigger) {
        return new Amendment(0, 0, rawTrigger);
    }
}
