package io.ttquant.core.config;

/** Where orders are executed. */
public enum TradingMode {
    /** On history, simulated. */
    BACKTEST,
    /** On live data, simulated. */
    PAPER,
    /** On live data, at the exchange. */
    LIVE
}
