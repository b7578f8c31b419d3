package io.ttquant.api.order;

/** How long an order lives. */
public enum TimeInForce {
    /** Good till cancelled. */
    GTC,
    /** Immediate or cancel: fills what it can at once, the rest is cancelled. */
    IOC,
    /** Fill or kill: fills whole at once, or is cancelled without a fill. */
    FOK,
    /** Good till a date, then it expires. */
    GTD,
    /** Good for the day on which it is sent; it expires when the next day begins in the engine's day zone, UTC unless set. */
    DAY;

    /** True if what cannot be filled at once is cancelled. */
    public boolean isImmediate() {
        return this == IOC || this == FOK;
    }
}
