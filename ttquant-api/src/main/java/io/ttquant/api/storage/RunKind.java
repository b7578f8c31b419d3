package io.ttquant.api.storage;

/** What kind of run. */
public enum RunKind {
    /** On recorded data. */
    BACKTEST,
    /** On live data, executed in simulation. */
    PAPER,
    /** On an exchange. */
    LIVE
}
