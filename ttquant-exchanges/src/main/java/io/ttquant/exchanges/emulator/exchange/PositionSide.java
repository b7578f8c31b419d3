package io.ttquant.exchanges.emulator.exchange;

/** Which position of a contract an order is about. */
public enum PositionSide {
    /** The one position of an account in one-way mode; also spot. */
    NET,
    /** The long one of an account in hedge mode. */
    LONG,
    /** The short one of an account in hedge mode. */
    SHORT
}
