package io.ttquant.core.market;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;

/**
 * The price by which a venue judges positions: its mark price where it publishes one, else the middle of the best bid and ask (rounded half to
 * even at the price scale), else the last price.
 *
 * @param source where it comes from
 * @param rawPrice at the price scale; 0 if none is known
 */
public record VenuePrice(Source source, long rawPrice) {

    /** Where a price comes from. */
    public enum Source {
        /** The venue's mark price. */
        MARK("mark price"),
        /** The middle of the best bid and ask. */
        MID("middle of bid and ask"),
        /** The last trade, or the last price of a bar. */
        LAST("last price"),
        /** None is known. */
        NONE("no price");

        private final String text;

        Source(String text) {
            this.text = text;
        }

        /** A phrase for people. */
        public String text() {
            return text;
        }
    }

    /** The first that is known. */
    public static VenuePrice of(long rawMark, long rawBid, long rawAsk, long rawLast) {
        if (rawMark > 0) {
            return new VenuePrice(Source.MARK, rawMark);
        }
        if (rawBid > 0 && rawAsk > 0) {
            return new VenuePrice(Source.MID, FixedPoint.divideHalfEven(Math.addExact(rawBid, rawAsk), 2));
        }
        return rawLast > 0 ? new VenuePrice(Source.LAST, rawLast) : new VenuePrice(Source.NONE, 0);
    }

    /** The price alone, without a record of it: for every event. */
    public static long rawOf(long rawMark, long rawBid, long rawAsk, long rawLast) {
        if (rawMark > 0) {
            return rawMark;
        }
        return rawBid > 0 && rawAsk > 0 ? middle(rawBid + rawAsk) : Math.max(0, rawLast);
    }

    /** Half a sum above zero, to even: a half that is rounded up is one of an odd number. */
    private static long middle(long rawSum) {
        long half = rawSum >>> 1;
        return half + (rawSum & half & 1);
    }

    /** The price and where it comes from, for people. */
    public String text(Instrument instrument) {
        return instrument.formatPrice(rawPrice) + " (" + source.text() + ")";
    }
}
