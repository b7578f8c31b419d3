package io.ttquant.api.order;

/** How an order is executed. */
public enum OrderType {
    /** At the best price there is, at once. */
    MARKET,
    /** At its price or better. */
    LIMIT,
    /** A market order as soon as the market trades at or beyond its trigger price. */
    STOP_MARKET,
    /** A limit order as soon as the market trades at or beyond its trigger price. */
    STOP_LIMIT;

    /** True if the order waits for a trigger price. */
    public boolean hasTrigger() {
        return this == STOP_MARKET || this == STOP_LIMIT;
    }

    /** True if the order has a limit price. */
    public boolean hasPrice() {
        return this == LIMIT || this == STOP_LIMIT;
    }
}
