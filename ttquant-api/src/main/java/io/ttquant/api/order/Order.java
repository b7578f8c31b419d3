package io.ttquant.api.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import org.jspecify.annotations.Nullable;

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

    /**
     * What the exchange is asked for: the same as {@link #request()}, unless the engine emulates a part of it. A stop that the engine holds until
     * its trigger is reached is sent as a market or a limit order then.
     */
    default OrderRequest sent() {
        return request();
    }

    /** True while the engine holds it, because its exchange lacks its kind: the exchange does not know of it, and it ends with the engine. */
    default boolean isEmulated() {
        return false;
    }

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

    /**
     * True while it is not known what became of something we sent: from the first silence, unreadable answer or broken connection after it until the exchange has
     * proved what it did, whatever the state is meanwhile.
     */
    boolean isOutcomeUnknown();

    /** Quantity asked for, at the quantity scale. */
    long rawQuantity();

    /** Quantity filled so far. */
    long rawFilled();

    /** Quantity not filled yet. */
    default long rawLeaves() {
        return rawQuantity() - rawFilled();
    }

    /** When it expires, epoch nanoseconds: the date of a GTD order, the end of a DAY order's day; {@link EpochNanos#NEVER} for all others. */
    long expiryNanos();

    /**
     * Limit price at the price scale; 0 if it has none. A market-to-limit order has one once what is left of it rests, a trailing stop-limit once it is
     * triggered.
     */
    long rawPrice();

    /** Trigger price at the price scale; 0 if it has none. That of a trailing stop moves, and is 0 until it is active. */
    long rawTrigger();

    /** Average price of its fills, weighted by quantity; NaN before the first fill. */
    double averagePrice();

    /** When it was made, epoch nanoseconds. */
    long createdNanos();

    /** The group it is a member of: the orders that cancel or reduce each other, else the one with its parent or children; null if it stands alone. */
    default @Nullable OrderGroup group() {
        return null;
    }

    /** The order whose fills release it; null if it has none. */
    default @Nullable Order parent() {
        return null;
    }

    /** True while it waits for its {@link #parent()} to fill; the exchange does not know it yet. */
    default boolean isHeld() {
        return status() == OrderStatus.INITIALIZED;
    }

    /** True while it may still fill. */
    default boolean isOpen() {
        return status().isOpen();
    }

    /** True once nothing more is expected of it. */
    default boolean isClosed() {
        return status().isClosed();
    }
}
