package io.ttquant.exchanges.emulator.exchange;

/** Why a command was refused; each front has its venue's code for it. */
public enum RefusalReason {
    /** There is no such account. */
    NO_ACCOUNT,
    /** There is no such market. */
    NO_MARKET,
    /** The market does not trade now. */
    MARKET_HALTED,
    /** The market takes post-only orders only. */
    MARKET_POST_ONLY,
    /** A field is missing, or two exclude each other. */
    BAD_REQUEST,
    /** A figure has more digits than is taken. */
    FIGURE_TOO_LONG,
    /** The price is not positive, or outside the market's bounds. */
    PRICE_RANGE,
    /** The price is no multiple of the tick. */
    PRICE_STEP,
    /** The price is too far from the reference price. */
    PRICE_BAND,
    /** The quantity is below the least. */
    QUANTITY_TOO_SMALL,
    /** The quantity is above the largest. */
    QUANTITY_TOO_LARGE,
    /** The quantity is no multiple of the lot. */
    QUANTITY_STEP,
    /** The value is below the least. */
    NOTIONAL_TOO_SMALL,
    /** The value is above the largest. */
    NOTIONAL_TOO_LARGE,
    /** The displayed quantity breaks a rule. */
    DISPLAY,
    /** The account has too many open orders. */
    TOO_MANY_ORDERS,
    /** The account has too many conditional orders. */
    TOO_MANY_CONDITIONALS,
    /** An open order, or a recent one where the exchange remembers, has this client id. */
    DUPLICATE_CLIENT_ID,
    /** The balance does not bear it. */
    INSUFFICIENT_BALANCE,
    /** The margin does not bear it. */
    INSUFFICIENT_MARGIN,
    /** A post-only order would trade at once. */
    WOULD_TAKE,
    /** A fill-or-kill order cannot fill. */
    CANNOT_FILL,
    /** There is nothing to trade with. */
    NO_LIQUIDITY,
    /** There is no position that it would reduce. */
    NOTHING_TO_REDUCE,
    /** The position side does not fit the position mode. */
    POSITION_SIDE,
    /** The trigger would fire at once. */
    WOULD_TRIGGER,
    /** The trigger breaks a rule. */
    TRIGGER,
    /** There is no such order, ever or any more. */
    NO_ORDER,
    /** The order has ended. */
    ORDER_ENDED,
    /** The order cannot be amended in this way. */
    CANNOT_AMEND,
    /** The amendment changes nothing. */
    NOTHING_CHANGED,
    /** The leverage is out of range. */
    LEVERAGE,
    /** The setting cannot change while there are positions or orders. */
    IN_USE,
    /** The setting has that value already. */
    ALREADY_SET,
    /** The moment has passed or is too near. */
    TIME
}
