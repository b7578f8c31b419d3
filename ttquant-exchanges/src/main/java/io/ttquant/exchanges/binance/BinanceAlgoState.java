package io.ttquant.exchanges.binance;

/** Status of a conditional order of futures. */
public enum BinanceAlgoState {
    /** Waiting for its trigger. */
    NEW,
    /** Triggered, and being sent. */
    TRIGGERING,
    /** Triggered, and its order is with the matching engine. */
    TRIGGERED,
    /** Its order was filled or ended. */
    FINISHED,
    /** Cancelled. */
    CANCELED,
    /** Ended by the venue. */
    EXPIRED,
    /** Refused. */
    REJECTED,
    /** A word that is not known, or none. */
    UNKNOWN
}
