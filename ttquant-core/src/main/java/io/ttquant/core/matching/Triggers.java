package io.ttquant.core.matching;

import org.jspecify.annotations.Nullable;

/**
 * The orders that wait for one price: those that it triggers when it rises (buy stops, sells if touched), those that it triggers when it falls, and
 * the trailing stops among them, which follow it.
 */
final class Triggers {
    private final Ladder rising = new Ladder(true, true);
    private final Ladder falling = new Ladder(false, true);
    private final Trail buyTrail = new Trail(true);
    private final Trail sellTrail = new Trail(false);
    private long rawRising = Long.MAX_VALUE;
    private long rawFalling = Long.MIN_VALUE;
    private int size;
    private int trailing;

    /** The lowest price that triggers an order when it rises to it; one that cannot be reached if there is none. */
    long rawRising() {
        return rawRising;
    }

    /** The highest price that triggers an order when it falls to it; one that cannot be reached if there is none. */
    long rawFalling() {
        return rawFalling;
    }

    int size() {
        return size;
    }

    boolean hasTrailing() {
        return trailing != 0;
    }

    /** Adds an order; a trailing stop follows a price from now on, if that is known (not 0). */
    void add(WorkingOrder order, long rawPrice, long rawTick) {
        size++;
        if (order.trailing == null) {
            (order.isTriggeredFromBelow() ? rising : falling).add(order);
        } else {
            trailing++;
            (order.isBuy ? buyTrail : sellTrail).add(order, rawPrice, rawTick);
        }
        refresh();
    }

    boolean remove(WorkingOrder order) {
        boolean wasTrailing = order.trailing != null;
        boolean removed = wasTrailing
                ? (order.isBuy ? buyTrail : sellTrail).remove(order)
                : (order.isTriggeredFromBelow() ? rising : falling).remove(order);
        if (removed) {
            size--;
            trailing -= wasTrailing ? 1 : 0;
            refresh();
        }
        return removed;
    }

    private void refresh() {
        rawRising = trailing == 0 ? rising.rawFirst() : Math.min(rising.rawFirst(), buyTrail.rawFirst());
        rawFalling = trailing == 0 ? falling.rawFirst() : Math.max(falling.rawFirst(), sellTrail.rawFirst());
    }

    /** The order that a rising price triggers next. */
    @Nullable
    WorkingOrder firstRising() {
        return earlier(rising.first(), buyTrail.first(), true);
    }

    /** The order that a falling price triggers next. */
    @Nullable
    WorkingOrder firstFalling() {
        return earlier(falling.first(), sellTrail.first(), false);
    }

    private static @Nullable WorkingOrder earlier(
            @Nullable WorkingOrder fixed, @Nullable WorkingOrder moving, boolean isLowestFirst) {
        if (fixed == null || moving == null) {
            return fixed == null ? moving : fixed;
        }
        if (fixed.rawTrigger == moving.rawTrigger) {
            return fixed.priority < moving.priority ? fixed : moving;
        }
        return fixed.rawTrigger < moving.rawTrigger == isLowestFirst ? fixed : moving;
    }

    /** The next order that a price triggers, those triggered from below before the others, the nearest trigger first; null if none. */
    @Nullable
    WorkingOrder triggeredBy(long rawPrice) {
        if (rawRising <= rawPrice) {
            return firstRising();
        }
        return rawFalling >= rawPrice ? firstFalling() : null;
    }

    /** True if a price moves or activates a trailing stop; one comparison if there is none. */
    boolean isFollowing(long rawPrice) {
        return trailing != 0 && (buyTrail.isMovedBy(rawPrice) || sellTrail.isMovedBy(rawPrice));
    }

    /** Lets trailing stops follow a price, after that price has triggered what it triggers. */
    void follow(long rawPrice, long rawTick, Trail.Watcher watcher) {
        if (buyTrail.isMovedBy(rawPrice)) {
            buyTrail.follow(rawPrice, rawTick, watcher);
        }
        if (sellTrail.isMovedBy(rawPrice)) {
            sellTrail.follow(rawPrice, rawTick, watcher);
        }
        refresh();
    }

    /** The number of orders in all, and each of them, in no order to rely on. */
    WorkingOrder at(int index) {
        if (index < rising.size()) {
            return rising.at(index);
        }
        int second = index - rising.size();
        if (second < falling.size()) {
            return falling.at(second);
        }
        int third = second - falling.size();
        return third < buyTrail.size() ? buyTrail.at(third) : sellTrail.at(third - buyTrail.size());
    }
}
