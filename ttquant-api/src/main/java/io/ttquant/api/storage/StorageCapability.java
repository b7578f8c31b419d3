package io.ttquant.api.storage;

/** What a storage keeps and reads back. */
public enum StorageCapability {
    /** Trades, quotes, bars, books and funding rates. */
    MARKET_DATA,
    /** Runs with their orders, fills, positions, balances, equity, payments, state of strategies and acts of the risk rules. */
    RUNS
}
