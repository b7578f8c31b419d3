package io.ttquant.core.order;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.PositionState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open orders of one strategy in one instrument, oldest first, and how far its positions can go with them. Adding and removing cost the same
 * however many there are.
 */
public final class OpenOrders {
    private final PositionState whole;
    private final Function<PositionSide, Reach> own;
    private final Function<PositionSide, Reach> account;
    private final PaidInBase paid;
    private final @Nullable OpenQuantities[] legs = new OpenQuantities[PositionSide.values().length];
    private @Nullable TrackedOrder first;
    private @Nullable TrackedOrder last;
    private int size;

    /**
     * None.
     *
     * @param whole the strategy's position, or the sum of its two in hedge mode; fills of the orders change it
     * @param own how far that position can go, of each side; kept by these orders
     * @param account how far the account's position in the instrument can go, of each side: the sum over its strategies
     */
    public OpenOrders(PositionState whole, Function<PositionSide, Reach> own, Function<PositionSide, Reach> account) {
        this(whole, own, account, PaidInBase.NOTHING);
    }

    /**
     * None, where fills may also pay or receive what they trade.
     *
     * @param paid what fees and rebates may add to the quantities of fills
     */
    public OpenOrders(
            PositionState whole,
            Function<PositionSide, Reach> own,
            Function<PositionSide, Reach> account,
            PaidInBase paid) {
        this.whole = whole;
        this.own = own;
        this.account = account;
        this.paid = paid;
    }

    private OpenQuantities leg(PositionSide side) {
        OpenQuantities known = legs[side.ordinal()];
        if (known == null) {
            known = new OpenQuantities(whole.leg(side), own.apply(side), account.apply(side), paid);
            legs[side.ordinal()] = known;
        }
        return known;
    }

    /** Number of open orders. */
    public int size() {
        return size;
    }

    /** Number of open orders that change one position. */
    public int size(PositionSide position) {
        OpenQuantities known = legs[position.ordinal()];
        return known == null ? 0 : known.size();
    }

    /** All that may still be filled on a side of a position. */
    public long rawOpen(PositionSide position, Side side) {
        return leg(position).rawOpen(side);
    }

    /** What of it only reduces. */
    public long rawReducing(PositionSide position, Side side) {
        return leg(position).rawReducing(side);
    }

    /** Looks at the positions again; to be called when one changed by anything but a fill of one of these orders. */
    public void refresh() {
        for (OpenQuantities leg : legs) {
            if (leg != null) {
                leg.refresh();
            }
        }
    }

    /** Counts a position that there is without an order of this list. */
    public void watch(PositionSide position) {
        leg(position).refresh();
    }

    /** Whether the engine closes a position, now or later: new orders are judged as if it had. */
    public void setExiting(PositionSide position, boolean isExiting) {
        leg(position).setExiting(isExiting);
    }

    /**
     * What of a quantity the engine may close now so that a limit holds whatever else that is open fills.
     *
     * @param side the side of the order that closes
     * @param rawOver how much of all that can be held is past the limit if the whole position is closed; at most 0 if nothing is
     */
    public long rawCloseable(PositionSide position, Side side, long rawQuantity, long rawOver) {
        return leg(position).rawCloseable(side, rawQuantity, rawOver);
    }

    /**
     * How far an order's position can go in its direction as it is: the lowest for a sell, the highest for a buy.
     *
     * @throws ArithmeticException if a sum does not fit
     */
    public long rawReach(TrackedOrder order) {
        return rawReachWithMore(order, 0);
    }

    /**
     * How far an order's position could go in its direction if the order could fill more than what is counted of it. One of which others fill instead
     * adds only what it can fill beyond the largest of them.
     *
     * @param rawMayFill what it may fill then; less than what is counted changes nothing
     * @param rawQuantity the quantity that it has then
     * @throws ArithmeticException if a sum does not fit
     */
    public long rawReachWith(TrackedOrder order, long rawMayFill, long rawQuantity) {
        Siblings siblings = order.siblings();
        long others = rawOfSiblings(order);
        long now = beyond(others, order.rawCounted);
        boolean isSplit = siblings != null && siblings.isSplitBy(order, rawQuantity);
        long then = isSplit ? Math.addExact(rawBehind(order), rawMayFill) : beyond(others, rawMayFill);
        return rawReachWithMore(order, Math.max(0, Math.subtractExact(then, now)));
    }

    private long rawReachWithMore(TrackedOrder order, long rawMore) {
        OpenQuantities leg = leg(order.position().side());
        boolean isReducing = order.request().isReducing();
        return order.side() == Side.BUY ? leg.rawHighWith(isReducing, rawMore) : leg.rawLowWith(isReducing, rawMore);
    }

    private static long beyond(long rawOthers, long rawOwn) {
        return Math.max(0, rawOwn - rawOthers);
    }

    /** The largest quantity that counts of an order that fills instead of this one; 0 if there is none. */
    private long rawOfSiblings(TrackedOrder order) {
        Siblings siblings = order.siblings();
        long most = 0;
        if (siblings != null && siblings.isCountedOnce()) {
            for (TrackedOrder other : siblings.members()) {
                most = isBeside(order, other) ? Math.max(most, other.rawCounted) : most;
            }
        }
        return most;
    }

    /** What a sibling that counts for itself adds beyond the largest of them: the sum of the others, less what is counted of them now. */
    private long rawBehind(TrackedOrder order) {
        Siblings siblings = order.siblings();
        long sum = 0;
        if (siblings != null) {
            for (TrackedOrder other : siblings.members()) {
                sum = isBeside(order, other) ? Math.addExact(sum, other.rawCounted) : sum;
            }
        }
        return sum - rawOfSiblings(order);
    }

    private boolean isBeside(TrackedOrder order, TrackedOrder other) {
        return other != order
                && other.list == this
                && other.side() == order.side()
                && other.position() == order.position()
                && other.request().isReducing() == order.request().isReducing();
    }

    /** Number of those that wait for their trigger. */
    public int stops() {
        int stops = 0;
        for (TrackedOrder order = first; order != null; order = order.next) {
            stops += order.isUntriggered() ? 1 : 0;
        }
        return stops;
    }

    /** Adds an order that is in no list yet, as the newest. */
    public void add(TrackedOrder order) {
        TrackedOrder before = last;
        order.list = this;
        order.previous = before;
        if (before == null) {
            first = order;
        } else {
            before.next = order;
        }
        last = order;
        size++;
        leg(order.position().side()).count(1);
        recount(order);
    }

    void remove(TrackedOrder order) {
        TrackedOrder before = order.previous;
        TrackedOrder after = order.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        order.previous = null;
        order.next = null;
        size--;
        leg(order.position().side()).count(-1);
        count(order, 0);
        order.list = null;
    }

    /** Counts an order again that may be filled by more or less than before. */
    void recount(TrackedOrder order) {
        count(order, order.rawOpen());
    }

    void uncount(TrackedOrder order) {
        count(order, 0);
    }

    private void count(TrackedOrder order, long rawMayFill) {
        long others = rawOfSiblings(order);
        long change = beyond(others, rawMayFill) - beyond(others, order.rawCounted);
        order.rawCounted = rawMayFill;
        leg(order.position().side()).change(order.side(), order.request().isReducing(), change);
    }

    /** The orders, oldest first; a copy. */
    public List<Order> toList() {
        List<Order> orders = new ArrayList<>(size);
        for (TrackedOrder order = first; order != null; order = order.next) {
            orders.add(order);
        }
        return orders;
    }
}
