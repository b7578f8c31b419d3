package io.ttquant.exchanges.okx;

/** State of an order. */
public enum OkxOrderState {
    /** Taken, and not filled. */
    LIVE,
    /** Filled in part. */
    PARTIALLY_FILLED,
    /** Filled in whole. */
    FILLED,
    /** Cancelled, by us or by the venue. */
    CANCELED,
    /** Cancelled by the protection of market makers. */
    MMP_CANCELED,
    /** A word that is not known, or none. */
    UNKNOWN
}
