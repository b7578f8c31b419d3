package io.ttquant.api.market;

/** Whether an instrument trades. */
public enum TradingStatus {
    /** Normal trading. */
    TRADING,
    /** No matching; orders are refused. */
    HALTED,
    /** Orders may be cancelled but not placed. */
    CANCEL_ONLY,
    /** Only post-only orders are taken. */
    POST_ONLY,
    /** Not listed any more. */
    DELISTED
}
