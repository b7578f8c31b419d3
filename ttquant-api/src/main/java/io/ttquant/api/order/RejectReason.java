package io.ttquant.api.order;

/** Why an order, an amendment or a cancel was refused, by us (denied) or by the exchange (rejected). */
public enum RejectReason {
    /** The instrument is not known to this engine. */
    INSTRUMENT_UNKNOWN,
    /** The instrument does not trade now. */
    INSTRUMENT_NOT_TRADING,
    /** The quantity is zero, or rounds to zero lots. */
    QUANTITY_ZERO,
    /** The quantity is no multiple of the lot. */
    QUANTITY_STEP,
    /** The quantity is below the instrument's minimum. */
    QUANTITY_BELOW_MINIMUM,
    /** The quantity is above the instrument's maximum. */
    QUANTITY_ABOVE_MAXIMUM,
    /** The price is zero or negative. */
    PRICE_NOT_POSITIVE,
    /** The price is no multiple of the tick. */
    PRICE_STEP,
    /** The price is outside the instrument's limits or band. */
    PRICE_OUT_OF_RANGE,
    /** The value is below the instrument's minimum. */
    NOTIONAL_BELOW_MINIMUM,
    /** The value is above the instrument's maximum. */
    NOTIONAL_ABOVE_MAXIMUM,
    /** Price × quantity does not fit the arithmetic. */
    ARITHMETIC_OVERFLOW,
    /** No price is known from which a value could be turned into a quantity, funds be locked, or a limit be judged. */
    NO_REFERENCE_PRICE,
    /** The expiry of a GTD order is not after now. */
    EXPIRY_NOT_IN_FUTURE,
    /** Type, time in force and flags do not go together. */
    UNSUPPORTED_COMBINATION,
    /** The venue cannot do this. */
    UNSUPPORTED_BY_VENUE,
    /** A post-only order would have taken liquidity. */
    POST_ONLY_WOULD_TAKE,
    /** A reduce-only order would open or increase a position. */
    REDUCE_ONLY_WOULD_INCREASE,
    /** Free funds do not cover it. */
    INSUFFICIENT_FUNDS,
    /** Free margin does not cover it, or a spot account would owe more than it may. */
    INSUFFICIENT_MARGIN,
    /** Too many orders rest already. */
    TOO_MANY_OPEN_ORDERS,
    /** The trigger price is already passed. */
    TRIGGER_ALREADY_PASSED,
    /** The strategy is still warming up. */
    WARMING_UP,
    /**
     * Not sent: the engine or the strategy has ended or not begun, the session has no keys, or it would not hear what
     * becomes of the order.
     */
    NOT_RUNNING,
    /** The order is not open, so it cannot be amended or cancelled. */
    ORDER_NOT_OPEN,
    /** The amendment asks for less than is already filled, or changes nothing that can change. */
    INVALID_AMENDMENT,
    /** Another member of its group was denied, so that the whole group is. */
    GROUP_DENIED,
    /** A risk rule without a code of its own refused it. */
    RISK_LIMIT,
    /** The limit or trigger price is too far from the reference price. */
    PRICE_COLLAR,
    /** The event on which it was decided is too old. */
    ORDER_AGE,
    /** The last price is too old, or there is none, for an order that executes at the market or is judged by it. */
    STALE_PRICE,
    /** Too many orders were sent lately. */
    ORDER_RATE,
    /** Too many orders, amendments and cancels were sent lately. */
    MESSAGE_RATE,
    /** The quantity is above the largest that the risk limits allow in one order. */
    MAX_ORDER_QUANTITY,
    /** The value is above the largest that the risk limits allow in one order. */
    MAX_ORDER_VALUE,
    /** With everything in flight the position could become larger than the risk limits allow. */
    MAX_POSITION,
    /** With everything in flight the position could become worth more than the risk limits allow. */
    MAX_POSITION_VALUE,
    /** With everything in flight the sum of all positions could become worth more than the risk limits allow. */
    MAX_EXPOSURE,
    /** Positions in more instruments than the risk limits allow would be possible. */
    MAX_POSITIONS,
    /** More orders would be open than the risk limits allow. */
    MAX_OPEN_ORDERS,
    /** The strategy or the account may only reduce positions. */
    TRADING_REDUCING,
    /** The strategy or the account is halted. */
    TRADING_HALTED,
    /** The kill switch was tripped and not reset. */
    KILLED,
    /** The news of the account do not come, so that nobody would hear what becomes of an order that adds risk. */
    NOT_CONNECTED,
    /** The exchange refused it for a reason of its own. */
    EXCHANGE
}
