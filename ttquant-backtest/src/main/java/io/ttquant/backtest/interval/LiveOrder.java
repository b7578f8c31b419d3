package io.ttquant.backtest.interval;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderType;

/**
 * An order as a branch has it. Immutable.
 *
 * @param placed the order of the run
 * @param type what it is now: a stop that was triggered is a market or a limit order
 * @param rawQuantity quantity, none of it filled
 * @param rawPrice limit price; 0 if it has none
 * @param rawTrigger trigger price; 0 if it has none
 * @param isWaiting whether it waits for the next open, and rests nowhere
 * @param isFresh whether the next open meets it as the taker that it was when it arrived
 */
record LiveOrder(
        PlacedOrder placed,
        OrderType type,
        long rawQuantity,
        long rawPrice,
        long rawTrigger,
        boolean isWaiting,
        boolean isFresh) {
    private static final int WAITING = 0;
    private static final int TRIGGERED_ABOVE = 1;
    private static final int TRIGGERED_BELOW = 2;
    private static final int BUY_LIMIT = 3;
    private static final int SELL_LIMIT = 4;

    static LiveOrder of(PlacedOrder placed) {
        var request = placed.request;
        return new LiveOrder(
                placed, request.type(), request.rawQuantity(), request.rawPrice(), request.rawTrigger(), false, false);
    }

    LiveOrder triggered() {
        return new LiveOrder(placed, type.triggered(), rawQuantity, rawPrice, rawTrigger, false, false);
    }

    LiveOrder waiting() {
        return new LiveOrder(placed, type, rawQuantity, rawPrice, rawTrigger, true, false);
    }

    LiveOrder resting(boolean fresh) {
        return new LiveOrder(placed, type, rawQuantity, rawPrice, rawTrigger, false, fresh);
    }

    /** The same after an amendment; this very object if it asks for nothing that can be had. */
    LiveOrder amended(Amendment amendment) {
        return new LiveOrder(
                placed,
                type,
                amendment.rawQuantity() > 0 ? amendment.rawQuantity() : rawQuantity,
                amendment.rawPrice() > 0 ? amendment.rawPrice() : rawPrice,
                amendment.rawTrigger() > 0 ? amendment.rawTrigger() : rawTrigger,
                isWaiting,
                isFresh);
    }

    boolean isBuy() {
        return placed.isBuy;
    }

    boolean isImmediate() {
        return placed.request.timeInForce().isImmediate();
    }

    long expiryNanos() {
        return placed.request.expiryNanos();
    }

    boolean accepts(long rawMarketPrice) {
        return isBuy() ? rawMarketPrice <= rawPrice : rawMarketPrice >= rawPrice;
    }

    /** True if a rising price reaches its trigger. */
    private boolean isTriggeredAbove() {
        return isBuy() == type.isStop();
    }

    boolean isTriggeredBy(long rawMarketPrice) {
        return isTriggeredAbove() ? rawMarketPrice >= rawTrigger : rawMarketPrice <= rawTrigger;
    }

    boolean isTriggerAbove() {
        return ladder() == TRIGGERED_ABOVE;
    }

    boolean isTriggerBelow() {
        return ladder() == TRIGGERED_BELOW;
    }

    boolean isBuyLimit() {
        return ladder() == BUY_LIMIT;
    }

    boolean isSellLimit() {
        return ladder() == SELL_LIMIT;
    }

    private int ladder() {
        if (isWaiting) {
            return WAITING;
        }
        if (type.hasTrigger()) {
            return isTriggeredAbove() ? TRIGGERED_ABOVE : TRIGGERED_BELOW;
        }
        return isBuy() ? BUY_LIMIT : SELL_LIMIT;
    }

    /** The price at which the market meets it. */
    long rawMeets() {
        return type.hasTrigger() ? rawTrigger : rawPrice;
    }

    /** True if this order, which came later, stands behind another one: what waits in the order of arrival, the rest as the market meets it. */
    boolean isBehind(LiveOrder other) {
        int own = ladder();
        int others = other.ladder();
        if (own != others || own == WAITING) {
            return own >= others;
        }
        boolean lowestFirst = own == TRIGGERED_ABOVE || own == SELL_LIMIT;
        return lowestFirst ? rawMeets() >= other.rawMeets() : rawMeets() <= other.rawMeets();
    }
}
