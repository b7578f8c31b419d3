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
    /** Takes if-touched orders, market and limit. */
    IF_TOUCHED,
    /** Takes trailing stops, with an activation price and by price, ticks and basis points. */
    TRAILING_STOP,
    /** Takes market-to-limit orders. */
    MARKET_TO_LIMIT,
    /** Triggers orders by its mark price. */
    TRIGGER_BY_MARK,
    /** Triggers orders by its index price. */
    TRIGGER_BY_INDEX,
    /** Takes orders of which it shows only a part. */
    DISPLAY_QUANTITY,
    /** Takes immediate-or-cancel orders. */
    IOC,
    /** Takes fill-or-kill orders. */
    FOK,
    /** Ends orders at a date by itself. */
    GTD,
    /** Ends orders by itself when the day does. */
    DAY,
    /** Takes post-only orders. */
    POST_ONLY,
    /** Takes reduce-only orders. */
    REDUCE_ONLY,
    /** Changes orders in place. */
    AMEND,
    /** Makes orders smaller in place, their place in the queue kept, and changes nothing else of them; {@link #AMEND} includes it. */
    REDUCE_QUANTITY,
    /** Changes orders in place that wait for their trigger, as {@link #AMEND} does others. */
    AMEND_CONDITIONAL,
    /** Cancels or reduces the other members of a group by itself when one fills, and ends a group as a whole. */
    OCO
}
