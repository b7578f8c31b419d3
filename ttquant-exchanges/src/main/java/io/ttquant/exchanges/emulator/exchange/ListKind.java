package io.ttquant.exchanges.emulator.exchange;

/** How the orders of a list depend on each other. */
public enum ListKind {
    /** One that trades, fires or ends cancels the other. */
    ONE_CANCELS_OTHER,
    /** The first places the second once it has filled. */
    ONE_TRIGGERS_OTHER,
    /** The first places a pair of which one cancels the other. */
    ONE_TRIGGERS_PAIR
}
