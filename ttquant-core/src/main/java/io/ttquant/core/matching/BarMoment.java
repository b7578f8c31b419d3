package io.ttquant.core.matching;

/** Where the bar that executes stood when something happened. */
public enum BarMoment {
    /** No bar is open: after a close, and before the next open. */
    BETWEEN,
    /** A bar has just opened, and no time has passed. */
    AT_OPEN,
    /** A bar is open, and its path is not known before it closes. */
    INSIDE
}
