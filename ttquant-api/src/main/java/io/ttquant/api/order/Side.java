package io.ttquant.api.order;

/** The side of an order or a fill. */
public enum Side {
    /** Buying. */
    BUY,
    /** Selling. */
    SELL;

    /** The other side. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** 1 for a buy, -1 for a sell. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }
}
