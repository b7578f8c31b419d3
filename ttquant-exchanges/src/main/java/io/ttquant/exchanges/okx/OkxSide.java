package io.ttquant.exchanges.okx;

/** Side of an order. */
public enum OkxSide {
    /** Buy. */
    BUY,
    /** Sell. */
    SELL,
    /** A word that is not known, or none. */
    UNKNOWN
}
