package io.ttquant.core.matching;

/** Judges the margin of positions in one instrument along the path of its bars. */
public interface MarginWatch {
    /** True if positions are held that the path of a bar may liquidate. */
    boolean isHeld();

    /** True if nothing can run out of margin between two prices. It is cheap, and false where it does not know. */
    boolean isSafe(long rawLow, long rawHigh);

    /** The first price on the way from one to another at which positions are to be liquidated, at the price scale; 0 if there is none. */
    long rawBreach(long rawFrom, long rawTo);

    /** The path has come to such a price: closes the positions. */
    void liquidate(long rawPrice);
}
