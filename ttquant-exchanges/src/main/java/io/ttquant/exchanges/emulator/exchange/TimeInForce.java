package io.ttquant.exchanges.emulator.exchange;

/** How long an order lives. */
public enum TimeInForce {
    /** Until it is cancelled. */
    GTC,
    /** What does not fill at once expires. */
    IOC,
    /** All at once or nothing. */
    FOK,
    /** Until a moment that the order names. */
    GTD
}
