package io.ttquant.api.order;

/** Which price triggers a stop, an if-touched order or a trailing stop, and is followed by the latter. */
public enum TriggerSource {
    /** The last trade where there are trades or bars; else the quote at which the order would be filled. */
    DEFAULT,
    /** The last trade; on bars their assumed path. */
    LAST,
    /** The quote at which the order would be filled: the ask for a buy, the bid for a sell. Where no quote is known, the last price. */
    BID_ASK,
    /** The venue's mark price. */
    MARK,
    /** The venue's index price. */
    INDEX
}
