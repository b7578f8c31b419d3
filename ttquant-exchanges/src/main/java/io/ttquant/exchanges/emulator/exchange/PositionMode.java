package io.ttquant.exchanges.emulator.exchange;

/** How many positions an account may have in a contract. */
public enum PositionMode {
    /** One, long or short. */
    ONE_WAY,
    /** A long and a short one beside each other. */
    HEDGE
}
