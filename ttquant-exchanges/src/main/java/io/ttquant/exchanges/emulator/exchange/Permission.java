package io.ttquant.exchanges.emulator.exchange;

/** What an API key may do. */
public enum Permission {
    /** Ask. */
    READ,
    /** Place, amend and cancel orders. */
    TRADE,
    /** Move money out. */
    WITHDRAW
}
