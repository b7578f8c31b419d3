package io.ttquant.api.order;

import io.ttquant.api.market.Instrument;

/**
 * A live view of an order: it changes as the exchange reports. Kept as a handle to cancel or amend, and asked on the engine's
 * thread only.
 */
public interface Order {
    /** Our id, unique over restarts, letters and digits only, at most 32 characters. */
    String clientId();

    /** A number unique in this engine, rising in the order of creation. */
    long sequence();

    /** The strategy that sent it. */
    String strategyId();

    /** What is asked for. After an amendment {@link #rawQuantity()} and the prices here may differ from it. */
    OrderRequest request();

    /** What is traded. */
    default Instrument instrument() {
        return request().instrument();
    }

    /** Buy or sell. */
    default Side side() {
        return request().side();
    }

    /** Its type. */
    default OrderType type() {
        return request().type();
    }

    /** Its state. */
    OrderStatus status();

    /** True while it is not known what became of something we sent. */
    boolean isOutcomeUnknown();

    /** Quantity asked for, at the quantity scale. */
    long rawQuantity();

    /** Quantity filled so far. */
    long rawFilled();

    /** Quantity not filled yet. */
    default long rawLeaves() {
        return rawQuantity() - rawFilled();
    }

    /** Limit price at the price scale; 0 if it has none. */
    long rawPrice();

    /** Trigger price at the price scale; 0 if it has none. */
    long rawTrigger();

    /** Average price of its fills, weighted by quantity; NaN before the first fill. */
    double averagePrice();

    /** When it was made, epoch nanoseconds. */
    long createdNanos();

    /** True while it may still fill. */
    default boolean isOpen() {
        return status().isOpen();
    }

    /** True once nothing more is expected of it. */
    default boolean isClosed() {
        return status().isClosed();
    }
}
