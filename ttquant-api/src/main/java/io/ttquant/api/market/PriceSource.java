package io.ttquant.api.market;

/** The price from which a bar is made. */
public enum PriceSource {
    /** Prices of trades. */
    TRADE,
    /** Best bids. */
    BID,
    /** Best asks. */
    ASK,
    /** The middle of best bid and ask, rounded half to even at the price scale. */
    MID
}
