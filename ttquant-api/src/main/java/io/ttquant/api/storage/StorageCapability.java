package io.ttquant.api.storage;

/** What a storage can keep. */
public enum StorageCapability {
    /** Orders with every event, and fills. */
    ORDERS,
    /** Trades, quotes and bars. */
    MARKET_DATA,
    /** Balances, positions and equity over time. */
    ACCOUNT,
    /** Reads history back for a backtest. */
    HISTORY
}
