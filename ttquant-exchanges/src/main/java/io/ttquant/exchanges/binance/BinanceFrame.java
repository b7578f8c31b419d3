package io.ttquant.exchanges.binance;

/** What a frame from a socket of Binance is. */
public enum BinanceFrame {
    /** A trade, or several that one order made. */
    TRADE,
    /** The best bid and ask. */
    QUOTE,
    /** Changes of a book, or its best levels, or the whole of it. */
    BOOK,
    /** A bar, closed or not. */
    BAR,
    /** Mark price, index price and funding rate. */
    MARK,
    /** Figures of the last 24 hours. */
    TICKER,
    /** An answer to a request: a subscription or an order. */
    ANSWER,
    /** An event of the account. */
    USER,
    /** The server is going down: connect anew. */
    SHUTDOWN,
    /** Something else, which has no place here. */
    OTHER
}
