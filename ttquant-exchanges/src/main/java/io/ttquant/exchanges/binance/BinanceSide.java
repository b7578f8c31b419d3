package io.ttquant.exchanges.binance;

/** Side of an order. */
public enum BinanceSide {
    /** Buy. */
    BUY,
    /** Sell. */
    SELL,
    /** A word that is not known, or none. */
    UNKNOWN
}
