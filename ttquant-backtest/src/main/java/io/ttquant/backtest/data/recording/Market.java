package io.ttquant.backtest.data.recording;

/** What is traded under a symbol. */
public enum Market {
    /** The base currency itself, or a share. */
    SPOT,
    /** A perpetual swap or future that is settled in the quote currency. */
    LINEAR,
    /** A perpetual swap or future that is settled in the base currency. */
    INVERSE
}
