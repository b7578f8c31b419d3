package io.ttquant.core.book;

/** How far a {@link SequencedBook} can be trusted. Levels are served in state {@link #LIVE} only. */
public enum BookState {
    /** No snapshot yet. */
    EMPTY,
    /** In step with the venue. */
    LIVE,
    /** In step with the venue, but its best bid is not below its best ask, as in an auction. Served again once it has uncrossed. */
    CROSSED,
    /** Out of step: something was missed. Levels are gone until the next snapshot. */
    STALE;

    /** Whether a snapshot is needed to go on. */
    public boolean needsSnapshot() {
        return this == EMPTY || this == STALE;
    }
}
