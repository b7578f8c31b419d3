package io.ttquant.exchanges.binance;

/** Why an update of an order was sent ({@code x}). */
public enum BinanceExecution {
    /** It was taken. */
    NEW,
    /** It was cancelled. */
    CANCELED,
    /** It was replaced; not in use. */
    REPLACED,
    /** It was refused. */
    REJECTED,
    /** It was filled in part or whole. */
    TRADE,
    /** Its time in force, or the venue, ended it. */
    EXPIRED,
    /** The prevention of trades with oneself ended some of it. */
    TRADE_PREVENTION,
    /** It was changed. */
    AMENDMENT,
    /** It is of a liquidation. */
    CALCULATED,
    /** A word that is not known, or none. */
    UNKNOWN
}
