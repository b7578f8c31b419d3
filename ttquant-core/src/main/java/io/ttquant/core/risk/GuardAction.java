package io.ttquant.core.risk;

/** What a guard does when its limit is reached. */
public enum GuardAction {
    /** Cancels what may open or increase a position, and lets only reducing orders through. */
    REDUCE,
    /** Cancels what may open or increase a position, and lets nothing new through. */
    HALT,
    /** Cancels everything, closes all positions at the market, and lets nothing new through. */
    FLATTEN
}
