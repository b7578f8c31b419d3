package io.ttquant.api.strategy;

/** Where an {@link Execution} is in its life. */
public enum ExecutionStatus {
    /** The algorithm works. */
    WORKING,
    /** It has ended, and open children are being cancelled. */
    ENDING,
    /** All was filled. */
    FILLED,
    /** The strategy cancelled it, or stopped. */
    CANCELED,
    /** The algorithm ended it before all was filled; {@link Execution#message()} says why. */
    ENDED;

    /** True once nothing more is expected of it. */
    public boolean isClosed() {
        return this != WORKING && this != ENDING;
    }
}
