package io.ttquant.core.margin;

/** What stands behind a position. */
public enum MarginMode {
    /** The whole balance of its settlement currency, with what all other cross positions in it have won or lost. */
    CROSS,
    /** Only the margin that was assigned to it. */
    ISOLATED
}
