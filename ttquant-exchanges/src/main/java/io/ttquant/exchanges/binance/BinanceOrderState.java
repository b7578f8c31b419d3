package io.ttquant.exchanges.binance;

/** Status of an order ({@code X}). */
public enum BinanceOrderState {
    /** Taken, and not filled. */
    NEW,
    /** Taken as part of a list, and not active yet. */
    PENDING_NEW,
    /** Filled in part. */
    PARTIALLY_FILLED,
    /** Filled in whole. */
    FILLED,
    /** Cancelled. */
    CANCELED,
    /** Being cancelled; not in use. */
    PENDING_CANCEL,
    /** Refused. */
    REJECTED,
    /** Ended by its time in force or by the venue. */
    EXPIRED,
    /** Ended by the prevention of trades with oneself. */
    EXPIRED_IN_MATCH,
    /** A word that is not known, or none. */
    UNKNOWN
}
