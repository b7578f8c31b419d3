package io.ttquant.exchanges.emulator.exchange;

/** What a market lets happen. */
public enum MarketStatus {
    /** Everything. */
    TRADING,
    /** New orders must be post-only; cancels work. */
    POST_ONLY,
    /** Cancels only. */
    CANCEL_ONLY,
    /** Nothing, cancels neither. */
    HALTED
}
