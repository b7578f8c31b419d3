package io.ttquant.core.portfolio;

/**
 * Sets the mark of one instrument, the price by which it is valued: the one that its venue publishes; without that the middle of its best bid and ask; without
 * quotes its last trade or the close of its last bar. {@link Ledger#markOf} gives it.
 */
public final class InstrumentMark {
    private final Holding holding;

    InstrumentMark(Holding holding) {
        this.holding = holding;
    }

    /** The price of a trade or the close of a bar, at the price scale, above zero. */
    public void last(long rawPrice) {
        holding.last(rawPrice);
    }

    /** Best bid and ask, at the price scale, both above zero. Their middle is rounded half to even. */
    public void quote(long rawBid, long rawAsk) {
        holding.quote(rawBid, rawAsk);
    }

    /** The mark price that the venue publishes, at the price scale, above zero. */
    public void venue(long rawPrice) {
        holding.venueMark(rawPrice);
    }

    /** The price by which the instrument is valued now, at its price scale; 0 before the first one. */
    public long raw() {
        return holding.rawMark;
    }
}
