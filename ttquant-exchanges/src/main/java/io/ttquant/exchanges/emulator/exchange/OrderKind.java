package io.ttquant.exchanges.emulator.exchange;

/** How an order that is at work sets its price. */
public enum OrderKind {
    /** At its own price or better. */
    LIMIT,
    /** At whatever the book gives; the rest expires. */
    MARKET
}
