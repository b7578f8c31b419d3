package io.ttquant.api.storage;

/** What a storage keeps and reads back. */
public enum StorageCapability {
    /** Trades, quotes, bars, books and funding rates. */
    MARKET_DATA,
    /** Runs with their orders, fills, positions, balances, equity, payments, state of strategies and acts of the risk rules. */
    RUNS,
    /** A run that one storage goes on with is refused to all others of the same database, see {@link Storage#claim}. */
    EXCLUSIVE_RUNS
}
