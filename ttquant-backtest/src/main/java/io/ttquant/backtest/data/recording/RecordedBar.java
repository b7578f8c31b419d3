package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.BarUnit;
import io.ttquant.api.market.PriceSource;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;

/** A bar as it stands on a tape; prices and volume raw at the scales of its symbol. */
record RecordedBar(
        BarSpec spec,
        long openNanos,
        long closeNanos,
        long rawOpen,
        long rawHigh,
        long rawLow,
        long rawClose,
        long rawVolume) {
    private static final PriceSource[] SOURCES = PriceSource.values();

    /** The bar in the body of a message. */
    static RecordedBar of(long[] words, int message) {
        int at = message + Tape.BODY;
        return new RecordedBar(
                new BarSpec(BarUnit.TIME, words[at], SOURCES[(int) words[at + 1]]),
                words[at + 2],
                words[at + 3],
                words[at + 4],
                words[at + 5],
                words[at + 6],
                words[at + 7],
                words[at + 8]);
    }

    /**
     * Refuses what would mislead.
     *
     * @throws IllegalArgumentException with the bar, the rule that it breaks, and what to do
     */
    void requireSound(int priceScale, int quantityScale) {
        require(spec.isTime(), "is no bar of time; give a specification such as 1m", priceScale, quantityScale);
        require(closeNanos > openNanos, "does not end after it starts; mend the row", priceScale, quantityScale);
        require(rawLow > 0, "has a price that is not above zero; remove the row or mend it", priceScale, quantityScale);
        require(
                rawHigh >= rawLow,
                "has a high below its low; remove the row or mend it, or check the order of the columns",
                priceScale,
                quantityScale);
        boolean isEnclosed = isInside(rawOpen) && isInside(rawClose);
        require(
                isEnclosed,
                "has an open or close outside low and high; remove the row or mend it, or check the order of the columns",
                priceScale,
                quantityScale);
        require(rawVolume >= 0, "has a negative volume; remove the row or mend it", priceScale, quantityScale);
    }

    private boolean isInside(long price) {
        return price >= rawLow && price <= rawHigh;
    }

    private void require(boolean isMet, String rule, int priceScale, int quantityScale) {
        if (!isMet) {
            throw new IllegalArgumentException("the " + spec + " bar from " + EpochNanos.format(openNanos)
                    + " with open "
                    + FixedPoint.format(rawOpen, priceScale) + ", high " + FixedPoint.format(rawHigh, priceScale)
                    + ", low " + FixedPoint.format(rawLow, priceScale) + ", close "
                    + FixedPoint.format(rawClose, priceScale) + ", volume "
                    + FixedPoint.format(rawVolume, quantityScale) + " " + rule);
        }
    }
}
