package io.ttquant.api.order;

/** Which of an account's positions in an instrument an order changes. */
public enum PositionSide {
    /** The one position of an account in netting mode. */
    NET,
    /** The long position of an account in hedge mode: a buy opens it, a sell closes it. */
    LONG,
    /** The short position of an account in hedge mode: a sell opens it, a buy closes it. */
    SHORT
}
