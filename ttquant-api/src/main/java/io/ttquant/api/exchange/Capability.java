package io.ttquant.api.exchange;

/** What an exchange, or our adapter to it, can do. Checked against what strategies ask for before anything is connected. */
public enum Capability {
    /** Publishes trades. */
    TRADES,
    /** Publishes best bids and asks. */
    QUOTES,
    /** Publishes order books. */
    BOOKS,
    /** Publishes bars. */
    BARS,
    /** Publishes funding rates. */
    FUNDING,
    /** Publishes mark prices. */
    MARK_PRICES,
    /** Has past bars. */
    HISTORY_BARS,
    /** Has past trades. */
    HISTORY_TRADES,
    /** Takes market orders. */
    MARKET_ORDERS,
    /** Takes limit orders. */
    LIMIT_ORDERS,
    /** Takes stop orders of its own. */
    STOP_ORDERS,
    /** Takes immediate-or-cancel orders. */
    IOC,
    /** Takes fill-or-kill orders. */
    FOK,
    /** Ends orders at a date by itself. */
    GTD,
    /** Takes post-only orders. */
    POST_ONLY,
    /** Takes reduce-only orders. */
    REDUCE_ONLY,
    /** Changes orders in place. */
    AMEND
}
