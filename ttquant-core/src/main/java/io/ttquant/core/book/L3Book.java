package io.ttquant.core.book;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Side;

/**
 * A book by order: each price has a queue of orders, oldest first. Apply the rows of one message, then {@link #commit}; the view by price level
 * follows the same rules as that of an {@link L2Book}, so a crossed book is not served.
 *
 * <p>Rows that do not fit what the book knows are refused with an {@link L3Outcome}, and counted. No allocation per row once its arrays have
 * grown. Not safe for use by several threads.
 */
public final class L3Book implements KeptBook {
    /** How many ids that went are remembered unless told otherwise, so that late rows about them are recognised. */
    public static final int DEFAULT_REMEMBERED = 4_096;

    private static final int MAX_REMEMBERED = 1 << 24;

    private final L2Book levels;
    private final OrderSlots orders = new OrderSlots();
    private final QueueLevels queues = new QueueLevels(orders);
    private final LongIndex byId = new LongIndex(1_024);
    private final RecentIds gone;
    private final L3Counters counters = new L3Counters();
    private long nextPlace;

    private L3Book(Instrument instrument, int remembered) {
        this.levels = L2Book.of(instrument);
        this.gone = new RecentIds(remembered);
    }

    /** An empty book for a venue that never uses an id again. */
    public static L3Book of(Instrument instrument) {
        return new L3Book(instrument, DEFAULT_REMEMBERED);
    }

    /**
     * An empty book.
     *
     * @param remembered how many ids that went are remembered, from 0, for a venue that uses ids again, to 2<sup>24</sup>
     * @throws IllegalArgumentException if it is out of that range
     */
    public static L3Book of(Instrument instrument, int remembered) {
        if (remembered < 0 || remembered > MAX_REMEMBERED) {
            throw new IllegalArgumentException("a book of " + instrument + " cannot remember " + remembered
                    + " ids that went: give 0 to 16777216, or use L3Book.of(instrument) for the usual number");
        }
        return new L3Book(instrument, remembered);
    }

    /** The live view by price level, as of the last {@link #commit}. */
    @Override
    public BookView view() {
        return levels;
    }

    @Override
    public void copyTo(BookUpdate target) {
        levels.copyTo(target);
    }

    /** The quantity at a price as of the last row, also inside a message and where the book is crossed; 0 if there is no order. */
    public long rawQuantityAt(Side side, long rawPrice) {
        int level = queues.find(side, rawPrice);
        return level == OrderSlots.NONE ? 0 : queues.total(level);
    }

    /** The price of an order; 0 if it is not there. */
    public long rawPrice(long id) {
        int order = byId.get(id);
        return order == LongIndex.NONE ? 0 : queues.rawPrice(orders.level[order]);
    }

    /**
     * The side of an order.
     *
     * @throws IllegalArgumentException if the order is not there
     */
    public Side side(long id) {
        int order = byId.get(id);
        if (order == LongIndex.NONE) {
            throw new IllegalArgumentException(
                    "order " + id + " is not in the book of " + levels.instrument() + ": ask contains first");
        }
        return queues.side(orders.level[order]);
    }

    /** What happened so far. */
    public L3Counters counters() {
        return counters;
    }

    /**
     * Adds an order at the end of its queue.
     *
     * @return {@link L3Outcome#APPLIED}, {@link L3Outcome#REPEATED}, {@link L3Outcome#CONFLICT} or {@link L3Outcome#LATE}
     * @throws IllegalArgumentException if the price is not from 1 to {@link L2Book#MAX_RAW_PRICE} or the quantity is not positive
     * @throws ArithmeticException if the quantity of the level does not fit a {@code long}
     */
    public L3Outcome add(long id, Side side, long rawPrice, long rawQuantity) {
        requireOrder(id, rawPrice, rawQuantity);
        int known = byId.get(id);
        if (known != LongIndex.NONE) {
            return counters.count(isSame(known, side, rawPrice, rawQuantity) ? L3Outcome.REPEATED : L3Outcome.CONFLICT);
        }
        if (gone.contains(id)) {
            return counters.count(L3Outcome.LATE);
        }
        requireRoom(side, rawPrice, rawQuantity);
        int order = orders.take(id, rawQuantity);
        byId.add(id, order);
        enqueue(order, side, rawPrice);
        return counters.count(L3Outcome.APPLIED);
    }

    /**
     * Gives an order a new price and remaining quantity. It keeps its place if the price is the same and the quantity not larger, and goes to
     * the end of the queue otherwise; quantity zero removes it.
     *
     * @return {@link L3Outcome#APPLIED}, {@link L3Outcome#UNKNOWN} or {@link L3Outcome#LATE}
     * @throws IllegalArgumentException if the price is not from 1 to {@link L2Book#MAX_RAW_PRICE} or the quantity is negative
     * @throws ArithmeticException if the quantity of the level does not fit a {@code long}
     */
    public L3Outcome modify(long id, long rawPrice, long rawQuantity) {
        L2Book.requireLevel("modified", rawPrice, rawQuantity);
        if (rawQuantity == 0) {
            return cancel(id);
        }
        int order = byId.get(id);
        if (order == LongIndex.NONE) {
            return missing(id);
        }
        int level = orders.level[order];
        long less = orders.quantity[order] - rawQuantity;
        if (rawPrice == queues.rawPrice(level) && less >= 0) {
            show(queues.side(level), rawPrice, queues.reduce(order, less));
        } else {
            requeue(order, rawPrice, rawQuantity);
        }
        return counters.count(L3Outcome.APPLIED);
    }

    private void requeue(int order, long rawPrice, long rawQuantity) {
        Side side = queues.side(orders.level[order]);
        requireRoom(side, rawPrice, rawQuantity);
        dequeue(order);
        orders.quantity[order] = rawQuantity;
        enqueue(order, side, rawPrice);
    }

    /**
     * Takes an executed quantity off an order, which keeps its place, and removes it when nothing is left.
     *
     * @return {@link L3Outcome#APPLIED}, {@link L3Outcome#OVER_EXECUTED}, {@link L3Outcome#UNKNOWN} or {@link L3Outcome#LATE}
     * @throws IllegalArgumentException if the quantity is not positive
     */
    public L3Outcome execute(long id, long rawQuantity) {
        if (rawQuantity <= 0) {
            throw new IllegalArgumentException(
                    "order " + id + " of " + levels.instrument() + " executed with raw quantity " + rawQuantity
                            + ": it must be above zero; use modify or cancel for other changes");
        }
        int order = byId.get(id);
        if (order == LongIndex.NONE) {
            return missing(id);
        }
        long left = orders.quantity[order] - rawQuantity;
        if (left <= 0) {
            drop(order, id);
        } else {
            int level = orders.level[order];
            show(queues.side(level), queues.rawPrice(level), queues.reduce(order, rawQuantity));
        }
        return counters.count(left < 0 ? L3Outcome.OVER_EXECUTED : L3Outcome.APPLIED);
    }

    /**
     * Removes an order.
     *
     * @return {@link L3Outcome#APPLIED}, {@link L3Outcome#UNKNOWN} or {@link L3Outcome#LATE}
     */
    public L3Outcome cancel(long id) {
        int order = byId.get(id);
        if (order == LongIndex.NONE) {
            return missing(id);
        }
        drop(order, id);
        return counters.count(L3Outcome.APPLIED);
    }

    /** Remembered, because the first row of such an order may come yet, and would then be out of date. */
    private L3Outcome missing(long id) {
        if (gone.contains(id)) {
            return counters.count(L3Outcome.LATE);
        }
        gone.add(id);
        return counters.count(L3Outcome.UNKNOWN);
    }

    private void drop(int order, long id) {
        byId.remove(id);
        dequeue(order);
        orders.release(order);
        gone.add(id);
    }

    private void enqueue(int order, Side side, long rawPrice) {
        int level = queues.findOrOpen(side, rawPrice);
        orders.place[order] = nextPlace++;
        queues.append(level, order);
        show(side, rawPrice, queues.total(level));
    }

    private void dequeue(int order) {
        int level = orders.level[order];
        show(queues.side(level), queues.rawPrice(level), queues.remove(order));
    }

    private void show(Side side, long rawPrice, long rawTotal) {
        BookSide shown = side == Side.BUY ? levels.bids() : levels.asks();
        shown.set(rawPrice, rawTotal);
    }

    private boolean isSame(int order, Side side, long rawPrice, long rawQuantity) {
        int level = orders.level[order];
        return queues.side(level) == side
                && queues.rawPrice(level) == rawPrice
                && orders.quantity[order] == rawQuantity;
    }

    private void requireOrder(long id, long rawPrice, long rawQuantity) {
        L2Book.requireLevel("order", rawPrice, rawQuantity);
        if (rawQuantity == 0) {
            throw new IllegalArgumentException("order " + id + " of " + levels.instrument()
                    + " has quantity 0: it must be above zero; do not add orders that are filled already");
        }
    }

    private void requireRoom(Side side, long rawPrice, long rawQuantity) {
        int level = queues.find(side, rawPrice);
        if (level != OrderSlots.NONE) {
            Math.addExact(queues.total(level), rawQuantity);
        }
    }

    /** Ends a message; see {@link L2Book#commit}. */
    public boolean commit(long tsEvent) {
        return levels.commit(tsEvent);
    }

    /** Forgets all orders, to start again from a snapshot. The counters go on. */
    public void clear() {
        levels.clear();
        queues.clear();
        orders.clear();
        byId.clear();
        gone.clear();
    }

    /** Number of orders. */
    public int size() {
        return byId.size();
    }

    /** Whether an order is in the book. */
    public boolean contains(long id) {
        return byId.get(id) != LongIndex.NONE;
    }

    /** What is left of an order; 0 if it is not there. */
    public long rawQuantity(long id) {
        int order = byId.get(id);
        return order == LongIndex.NONE ? 0 : orders.quantity[order];
    }

    /** Number of orders at a price. */
    public int orderCount(Side side, long rawPrice) {
        int level = queues.find(side, rawPrice);
        return level == OrderSlots.NONE ? 0 : queues.count(level);
    }

    /** Whether a price has an order, whose id {@link #firstAt} then gives. */
    public boolean hasOrders(Side side, long rawPrice) {
        return queues.find(side, rawPrice) != OrderSlots.NONE;
    }

    /**
     * Id of the order that is first in the queue of a price.
     *
     * @throws IllegalArgumentException if there is none
     */
    public long firstAt(Side side, long rawPrice) {
        int level = queues.find(side, rawPrice);
        if (level == OrderSlots.NONE) {
            throw new IllegalArgumentException("no " + side + " order of " + levels.instrument() + " at raw price "
                    + rawPrice + ": ask hasOrders first");
        }
        return orders.id[queues.first(level)];
    }

    /**
     * The place that the next order to join a queue gets. Places grow over all queues together, also over a {@link #clear}, so an order that is not in the
     * book and takes this number as its own stands, at any price, behind the orders with a lower place and before those with this one and above.
     */
    public long nextPlace() {
        return nextPlace;
    }

    /**
     * The place of an order: it has grown with each {@link #add}, and with each {@link #modify} that cost the order its place.
     *
     * @throws IllegalArgumentException if the order is not there
     */
    public long place(long id) {
        return orders.place[require(id)];
    }

    /** The quantity at a price that stands before a place, 0 if nothing does. It goes over all orders that do. */
    public long rawQuantityBefore(Side side, long rawPrice, long place) {
        int level = queues.find(side, rawPrice);
        int at = level == OrderSlots.NONE ? OrderSlots.NONE : queues.first(level);
        long sum = 0;
        while (at != OrderSlots.NONE && orders.place[at] < place) {
            sum += orders.quantity[at];
            at = orders.behind[at];
        }
        return sum;
    }

    private int require(long id) {
        int order = byId.get(id);
        if (order == LongIndex.NONE) {
            throw new IllegalArgumentException(
                    "order " + id + " is not in the book of " + levels.instrument() + ": ask contains first");
        }
        return order;
    }

    /**
     * The quantity ahead of an order in its queue.
     *
     * @throws IllegalArgumentException if the order is not there
     */
    public long rawQuantityAhead(long id) {
        long sum = 0;
        for (int at = orders.ahead[require(id)]; at != OrderSlots.NONE; at = orders.ahead[at]) {
            sum += orders.quantity[at];
        }
        return sum;
    }
}
