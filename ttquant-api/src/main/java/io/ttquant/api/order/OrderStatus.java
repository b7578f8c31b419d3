package io.ttquant.api.order;

/** Where an order is in its life. {@link OrderTransitions} has the table of moves. */
public enum OrderStatus {
    /** Made, not yet sent. */
    INITIALIZED,
    /** Refused by us; it never left. */
    DENIED,
    /** Sent; no word yet. */
    SUBMITTED,
    /** The exchange has it. */
    ACCEPTED,
    /** The exchange refused it. */
    REJECTED,
    /** A stop whose trigger was reached; its limit order is working. */
    TRIGGERED,
    /** An amendment is under way. */
    PENDING_UPDATE,
    /** A cancel is under way. */
    PENDING_CANCEL,
    /** Some of it is filled, the rest is working. */
    PARTIALLY_FILLED,
    /** All of it is filled. */
    FILLED,
    /** Cancelled, possibly after fills; a late fill may still arrive. */
    CANCELED,
    /** Ended by its time in force. */
    EXPIRED;

    /** True while the outcome of something we sent is awaited. */
    public boolean isInFlight() {
        return this == SUBMITTED || this == PENDING_UPDATE || this == PENDING_CANCEL;
    }

    /** True while it may still fill: from {@link #SUBMITTED} on, until it is closed. */
    public boolean isOpen() {
        return !isClosed() && this != INITIALIZED;
    }

    /** True once it is denied, rejected, filled, cancelled or expired. */
    public boolean isClosed() {
        return this == DENIED || this == REJECTED || this == FILLED || this == CANCELED || this == EXPIRED;
    }
}
