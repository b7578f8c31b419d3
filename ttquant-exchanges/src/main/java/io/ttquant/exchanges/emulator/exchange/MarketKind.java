package io.ttquant.exchanges.emulator.exchange;

/** What is traded. */
public enum MarketKind {
    /** An asset against another. */
    SPOT,
    /** A contract valued and settled in the quote asset. */
    LINEAR,
    /** A contract of a fixed amount of the quote asset, settled in the base asset. */
    INVERSE
}
