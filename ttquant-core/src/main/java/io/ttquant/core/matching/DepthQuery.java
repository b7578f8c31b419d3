package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Side;

/**
 * What is known where a taker arrives and no order book is there to be walked.
 *
 * @param side the taker's
 * @param rawPrice the best price of the other side; where only trades or bars are known, the price observed
 * @param rawDisplayed what is displayed there; {@link #UNKNOWN} where only trades or bars are known
 * @param rawWanted how much the ladder should hold at least, if the model can say
 * @param rawVolume estimate of the quantity traded in the model's window, at the quantity scale; 0 if none was seen or it has no window
 * @param rawVolatility estimate of the standard deviation of the price over the model's window, at the price scale; 0 likewise
 */
public record DepthQuery(
        Instrument instrument,
        Side side,
        long rawPrice,
        long rawDisplayed,
        long rawWanted,
        double rawVolume,
        double rawVolatility) {
    /** No displayed quantity is known. */
    public static final long UNKNOWN = -1;
}
