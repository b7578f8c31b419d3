package io.ttquant.backtest.interval;

import java.util.Arrays;

/** What a branch's future depends on, but for the price. Equal keys have equal futures. Immutable. */
final class BranchKey {
    /** Nothing ordered, nothing held. */
    static final BranchKey START = new BranchKey(new LiveOrder[0], 0, Range.ZERO, new int[0]);

    private final LiveOrder[] orders;
    private final long rawPosition;
    private final Range loose;
    private final int[] killed;
    private final int hash;

    /**
     * A key.
     *
     * @param orders live orders, in the order of ladder, price and arrival; not to be changed any more
     * @param rawPosition position at the quantity scale
     * @param loose what reduce-only orders added to the position whose quantity is not known; it is in the cash already, at the last price
     * @param killed ids of orders that were cancelled before they were released, sorted; not to be changed any more
     */
    BranchKey(LiveOrder[] orders, long rawPosition, Range loose, int[] killed) {
        this.orders = orders;
        this.rawPosition = rawPosition;
        this.loose = loose;
        this.killed = killed;
        this.hash = hash(orders, rawPosition, killed);
    }

    /** Live orders; not to be changed. */
    LiveOrder[] orders() {
        return orders;
    }

    long rawPosition() {
        return rawPosition;
    }

    /** What reduce-only orders added to the position whose quantity is not known, at the quantity scale. */
    Range loose() {
        return loose;
    }

    /** Ids of orders that were cancelled before they were released; not to be changed. */
    int[] killed() {
        return killed;
    }

    private static int hash(LiveOrder[] orders, long rawPosition, int[] killed) {
        int hash = Long.hashCode(rawPosition);
        for (LiveOrder order : orders) {
            hash = 31 * hash + order.placed().id;
            hash = 31 * hash + order.type().ordinal();
            hash = 31 * hash + Long.hashCode(order.rawMeets());
        }
        return 31 * hash + Arrays.hashCode(killed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BranchKey key
                && hash == key.hash
                && rawPosition == key.rawPosition
                && loose.equals(key.loose)
                && Arrays.equals(orders, key.orders)
                && Arrays.equals(killed, key.killed);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return orders.length + " orders, position " + rawPosition;
    }
}
