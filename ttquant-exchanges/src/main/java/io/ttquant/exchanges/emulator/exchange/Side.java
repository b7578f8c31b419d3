package io.ttquant.exchanges.emulator.exchange;

/** Which way an order trades. */
public enum Side {
    /** Takes the base asset, or goes longer. */
    BUY,
    /** Gives the base asset, or goes shorter. */
    SELL;

    /** The other one. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** 1 for a buy, -1 for a sale. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }
}
