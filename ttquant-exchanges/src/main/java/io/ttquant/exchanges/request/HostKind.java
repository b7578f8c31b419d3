package io.ttquant.exchanges.request;

/** The hosts of a venue by what they serve; which address each has is decided by the environment alone. */
public enum HostKind {
    /** REST of the venue itself. */
    REST,
    /** REST of the account as a whole, where key permissions are asked: a host of its own at Binance. */
    ACCOUNT_REST,
    /** WebSocket of public market data. */
    PUBLIC_STREAM,
    /** WebSocket of market data that a venue keeps apart: Binance futures {@code /market}, OKX {@code business}. */
    MARKET_STREAM,
    /** WebSocket of the account's own events. */
    PRIVATE_STREAM,
    /** WebSocket that takes commands. */
    COMMANDS
}
