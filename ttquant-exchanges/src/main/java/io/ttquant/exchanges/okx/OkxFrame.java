package io.ttquant.exchanges.okx;

/** What a frame from a socket of OKX is. */
public enum OkxFrame {
    /** Trades. */
    TRADE,
    /** The best bid and ask. */
    QUOTE,
    /** A book: best levels, a snapshot or changes. */
    BOOK,
    /** Bars, closed or not. */
    BAR,
    /** Mark prices. */
    MARK,
    /** Index prices. */
    INDEX,
    /** Funding rates. */
    FUNDING,
    /** Figures of the last 24 hours, with the best bid and ask. */
    TICKER,
    /** What the venue says of the connection: answers to subscriptions and logins, errors, notices. */
    EVENT,
    /** An answer to an order operation. */
    ANSWER,
    /** News of the account: orders, fills, balances, positions. */
    ACCOUNT,
    /** The answer to {@code ping}. */
    PONG,
    /** Something else, which has no place here. */
    OTHER
}
