package io.ttquant.exchanges.emulator.exchange;

/** Where an order stands. */
public enum OrderStatus {
    /** Part of a list whose working order has not filled yet. */
    PENDING,
    /** Waits for its trigger. */
    WAITING,
    /** At work, nothing filled. */
    LIVE,
    /** At work, part filled. */
    PARTIALLY_FILLED,
    /** All filled. */
    FILLED,
    /** Ended by a cancel. */
    CANCELED,
    /** Ended by the exchange. */
    EXPIRED,
    /** Ended by self-trade prevention. */
    EXPIRED_IN_MATCH;

    /** Whether it can still change. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING, WAITING, LIVE, PARTIALLY_FILLED -> true;
            case FILLED, CANCELED, EXPIRED, EXPIRED_IN_MATCH -> false;
        };
    }
}
