package io.ttquant.exchanges.okx;

/** State of a conditional order. */
public enum OkxAlgoState {
    /** Waiting for its trigger. */
    LIVE,
    /** Waiting, held by the venue. */
    PAUSE,
    /** Triggered in part. */
    PARTIALLY_EFFECTIVE,
    /** Triggered. */
    EFFECTIVE,
    /** Cancelled. */
    CANCELED,
    /** Triggered, but its order was refused. */
    ORDER_FAILED,
    /** Triggered in part, but an order was refused. */
    PARTIALLY_FAILED,
    /** A word that is not known, or none. */
    UNKNOWN
}
