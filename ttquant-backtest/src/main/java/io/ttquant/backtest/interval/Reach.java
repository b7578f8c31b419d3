package io.ttquant.backtest.interval;

/**
 * How far the price may go from a point before it meets an order: the points from {@code rawBottom} to {@code rawTop} are free. Beyond either end
 * something happens, or the bar ends there.
 *
 * @param rawBottom lowest free point
 * @param rawTop highest free point
 * @param isUpMet whether an order lies above
 * @param isUpThrough whether it is a limit order at {@code rawTop} that fills when the price goes on; otherwise the next point does something
 * @param isDownMet whether an order lies below
 * @param isDownThrough the same below
 */
record Reach(
        long rawBottom, long rawTop, boolean isUpMet, boolean isUpThrough, boolean isDownMet, boolean isDownThrough) {

    static Reach of(LiveOrder[] orders, long rawPrice, PathBar bar, long step, boolean fillsOnTouch) {
        long up = Long.MAX_VALUE;
        boolean isUpThrough = false;
        long down = Long.MIN_VALUE;
        boolean isDownThrough = false;
        for (LiveOrder order : orders) {
            long at = order.rawMeets();
            boolean isThrough = !order.type().hasTrigger() && !(fillsOnTouch && at != rawPrice);
            if (fillsOnTouch && at == rawPrice && order.isSellLimit() && down < at - step) {
                // It was there before the price moved; the price that comes back will touch it.
                down = at - step;
                isDownThrough = false;
            }
            if (fillsOnTouch && at == rawPrice && order.isBuyLimit() && up > at + step) {
                up = at + step;
                isUpThrough = false;
            }
            boolean isAbove = order.isTriggerAbove() || order.isSellLimit();
            boolean isBelow = order.isTriggerBelow() || order.isBuyLimit();
            // At one price what happens on arrival comes before what happens on leaving.
            if (isAbove && (at < up || (at == up && !isThrough))) {
                up = at;
                isUpThrough = isThrough;
            }
            if (isBelow && (at > down || (at == down && !isThrough))) {
                down = at;
                isDownThrough = isThrough;
            }
        }
        boolean isUpMet = isUpThrough ? up < bar.rawHigh() : up <= bar.rawHigh();
        boolean isDownMet = isDownThrough ? down > bar.rawLow() : down >= bar.rawLow();
        return new Reach(
                isDownMet ? (isDownThrough ? down : down + step) : bar.rawLow(),
                isUpMet ? (isUpThrough ? up : up - step) : bar.rawHigh(),
                isUpMet,
                isUpThrough,
                isDownMet,
                isDownThrough);
    }

    boolean contains(long rawPrice) {
        return rawBottom <= rawPrice && rawPrice <= rawTop;
    }
}
