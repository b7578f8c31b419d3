package io.ttquant.api.account;

/** How an account keeps its positions in derivatives. Spot is always one position. */
public enum PositionMode {
    /** One position in each instrument: a fill against it makes it smaller, and beyond it turns it round. */
    NETTING,
    /** A long and a short position in each derivative, both of which may be open at once; each order says which of them it changes. */
    HEDGING
}
