package io.ttquant.api.exchange;

import io.ttquant.api.order.Side;

/**
 * The order book of one instrument by order, message by message: {@link #begin}, rows in their order, {@link #end}. The book is seen as it is at
 * the end of a message, never inside it. Nothing is allocated per row.
 *
 * <p>A row that does not fit what is known (an unknown order, one that went) changes nothing and is counted. A venue whose ids must be whole is
 * checked by its adapter, which calls {@link #lost} when they are not.
 */
public interface MarketByOrderSink {
    /**
     * Begins a message.
     *
     * @param tsEvent when the venue changed the book, epoch nanoseconds
     * @param tsInit when we had it, epoch nanoseconds, not before {@code tsEvent}
     * @throws IllegalStateException if the message before has not ended
     */
    void begin(long tsEvent, long tsInit);

    /** Removes all orders: the rows that follow in this message are a snapshot. The first message must begin so. */
    void clear();

    /**
     * A new order at the end of the queue of its price.
     *
     * @throws IllegalArgumentException if the price is not from 1 to 2<sup>62</sup> or the quantity is not positive
     */
    void add(long id, Side side, long rawPrice, long rawQuantity);

    /**
     * The price and quantity that an order has now. It keeps its place if the price is the same and the quantity not larger.
     *
     * @throws IllegalArgumentException if the price is not from 1 to 2<sup>62</sup> or the quantity is negative; 0 removes the order
     */
    void modify(long id, long rawPrice, long rawQuantity);

    /**
     * A quantity of an order that was executed. The print itself comes by {@link InstrumentSink#trade}.
     *
     * @throws IllegalArgumentException if the quantity is not positive
     */
    void execute(long id, long rawQuantity);

    /** An order that went without being executed. */
    void delete(long id);

    /**
     * Ends the message.
     *
     * @throws IllegalStateException if none was begun
     */
    void end();

    /**
     * Something was missed: the book is worthless until the next {@link #clear}. A message that was begun is dropped.
     *
     * @param tsEvent when, epoch nanoseconds
     * @param tsInit when we knew, epoch nanoseconds
     */
    void lost(long tsEvent, long tsInit);

    /** Whether a snapshot is needed to go on. */
    boolean needsSnapshot();
}
