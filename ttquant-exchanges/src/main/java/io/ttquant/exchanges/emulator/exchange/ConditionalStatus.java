package io.ttquant.exchanges.emulator.exchange;

/** Where a conditional order stands. */
public enum ConditionalStatus {
    /** Watches the price. */
    WAITING,
    /** Fired and placed its order. */
    TRIGGERED,
    /** Fired, and its order was refused. */
    FAILED,
    /** Cancelled. */
    CANCELED,
    /** Ended by the exchange. */
    EXPIRED
}
