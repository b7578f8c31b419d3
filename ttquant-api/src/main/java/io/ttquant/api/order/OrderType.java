package io.ttquant.api.order;

/** How an order is executed. */
public enum OrderType {
    /** At the best price there is, at once. */
    MARKET,
    /** At its price or better. */
    LIMIT,
    /** A market order as soon as the market trades at its trigger price or beyond, in the order's own direction: a buy above the market. */
    STOP_MARKET,
    /** A limit order as soon as the market trades at its trigger price or beyond, in the order's own direction. */
    STOP_LIMIT,
    /** A market order as soon as the market trades at its trigger price or better: a buy below the market. Take-profit, in other words. */
    MARKET_IF_TOUCHED,
    /** A limit order as soon as the market trades at its trigger price or better. */
    LIMIT_IF_TOUCHED,
    /** A stop-market order whose trigger price follows the market at a distance, and only ever improves. */
    TRAILING_STOP_MARKET,
    /** A stop-limit order whose trigger price follows the market at a distance, with its limit at a distance from the trigger. */
    TRAILING_STOP_LIMIT,
    /** Takes what there is at the best price; the rest becomes a limit order at that price. */
    MARKET_TO_LIMIT;

    /** True if the order waits for a trigger price. */
    public boolean hasTrigger() {
        return isStop() || isIfTouched();
    }

    /** True if the order is sent with a limit price. A trailing stop-limit has its own once it is triggered. */
    public boolean hasPrice() {
        return this == LIMIT || this == STOP_LIMIT || this == LIMIT_IF_TOUCHED;
    }

    /** True if the trigger lies on the far side: above the market for a buy, below it for a sell. Trailing ones too. */
    public boolean isStop() {
        return this == STOP_MARKET || this == STOP_LIMIT || isTrailing();
    }

    /** True if the trigger lies on the near side: below the market for a buy, above it for a sell. */
    public boolean isIfTouched() {
        return this == MARKET_IF_TOUCHED || this == LIMIT_IF_TOUCHED;
    }

    /** True if the trigger follows the market. */
    public boolean isTrailing() {
        return this == TRAILING_STOP_MARKET || this == TRAILING_STOP_LIMIT;
    }

    /** What is left once the trigger is reached: {@link #MARKET} or {@link #LIMIT}; a type without a trigger is itself. */
    public OrderType triggered() {
        return switch (this) {
            case STOP_MARKET, MARKET_IF_TOUCHED, TRAILING_STOP_MARKET -> MARKET;
            case STOP_LIMIT, LIMIT_IF_TOUCHED, TRAILING_STOP_LIMIT -> LIMIT;
            case MARKET, LIMIT, MARKET_TO_LIMIT -> this;
        };
    }
}
