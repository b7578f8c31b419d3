package io.ttquant.exchanges.emulator.exchange;

/** What happens when an order would trade against one of its own account. */
public enum SelfTradePrevention {
    /** They trade. */
    NONE,
    /** The arriving order ends. */
    CANCEL_TAKER,
    /** The resting order ends, and the arriving one goes on. */
    CANCEL_MAKER,
    /** Both end. */
    CANCEL_BOTH
}
