package io.ttquant.api.market;

/**
 * A read view of an order book, live: it changes with the next event, so copy what you want to keep. Level 0 is the best.
 * Prices and quantities are raw values at the instrument's scales.
 */
public interface OrderBook {
    /** Whose book it is. */
    Instrument instrument();

    /** When the venue last changed it, epoch nanoseconds; 0 if it has no data yet. */
    long tsEvent();

    /** Number of bid levels known. */
    int bidDepth();

    /** Number of ask levels known. */
    int askDepth();

    /**
     * Price of a bid level.
     *
     * @throws IndexOutOfBoundsException if {@code level} is not below {@link #bidDepth()}
     */
    long rawBid(int level);

    /** Quantity of a bid level. */
    long rawBidQuantity(int level);

    /** Price of an ask level. */
    long rawAsk(int level);

    /** Quantity of an ask level. */
    long rawAskQuantity(int level);
}
