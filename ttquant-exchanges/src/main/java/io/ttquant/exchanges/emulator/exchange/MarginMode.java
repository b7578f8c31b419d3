package io.ttquant.exchanges.emulator.exchange;

/** What stands behind a position. */
public enum MarginMode {
    /** Spot: what is sold is owned. */
    CASH,
    /** The whole balance of the settlement asset. */
    CROSS,
    /** An amount set aside for this position. */
    ISOLATED
}
