package io.ttquant.exchanges.emulator.exchange;

/** Why an order became what it is. */
public enum OrderReason {
    /** Its account placed it. */
    PLACED,
    /** Its trigger fired. */
    TRIGGERED,
    /** The working order of its list filled. */
    RELEASED,
    /** It traded. */
    TRADED,
    /** Its account amended it. */
    AMENDED,
    /** Its account cancelled it. */
    CANCELED,
    /** A new order of its account replaced it. */
    REPLACED,
    /** Another order of its list traded or ended. */
    LIST,
    /** A dead man's switch ran out. */
    COUNTDOWN,
    /** The operator of the exchange cancelled it. */
    OPERATOR,
    /** What remained of an immediate-or-cancel order. */
    IMMEDIATE,
    /** It could not fill at once as a whole. */
    ALL_OR_NOTHING,
    /** A market order found no more orders to trade with. */
    NO_LIQUIDITY,
    /** It was post-only and would have traded. */
    WOULD_TAKE,
    /** Its time ran out. */
    TIME,
    /** It would have traded with its own account. */
    SELF_TRADE,
    /** It may only reduce a position, and there is none to reduce. */
    NOTHING_TO_REDUCE,
    /** The balance did not bear it when it traded. */
    FUNDS,
    /** The account was liquidated. */
    LIQUIDATION,
    /** The market stopped or was closed. */
    MARKET_CLOSED
}
