package io.ttquant.core.portfolio;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;

/** What the ledger knows of an instrument: its accounts, its price, and the account's net position in it. */
final class Holding {
    private static final int LAST = 0;
    private static final int MIDDLE = 1;
    private static final int VENUE = 2;

    final Instrument instrument;
    final CurrencyAccount base;
    final CurrencyAccount quote;
    final CurrencyAccount settlement;
    final PositionState net;
    final boolean isSpot;
    final boolean isInverse;
    /** One unit of quantity at the scale of the base currency; 1 for derivatives. */
    final long rawUnit;

    long rawMark;
    private int source = LAST;

    Holding(Instrument instrument, CurrencyAccount base, CurrencyAccount quote, CurrencyAccount settlement) {
        this.instrument = instrument;
        this.base = base;
        this.quote = quote;
        this.settlement = settlement;
        this.isSpot = !instrument.kind().isDerivative();
        this.isInverse = instrument.isInverse();
        this.rawUnit = isSpot ? FixedPoint.pow10(base.currency.scale() - instrument.quantityScale()) : 1;
        this.net = new PositionState("", this);
    }

    /** A quantity of the instrument at the scale of its base currency; the instrument has proved that nothing is lost. */
    long rawBase(long rawQuantity) {
        return FixedPoint.rescale(rawQuantity, instrument.quantityScale(), base.currency.scale());
    }

    /**
     * What a quantity costs in the settlement currency, with the sign of the quantity. Who buys an inverse contract sells base currency for a fixed
     * sum of quote currency, so that its cost has the opposite sign.
     */
    long rawCost(long rawPrice, long rawSigned) {
        long rawValue = instrument.rawNotional(rawPrice, rawSigned);
        return isInverse ? -rawValue : rawValue;
    }

    /** The price of a trade or the close of a bar: the mark as long as there is no better one. */
    void last(long rawPrice) {
        if (source == LAST) {
            rawMark = rawPrice;
        }
    }

    /** Best bid and ask, both above zero: their middle, half to even, is the mark unless the venue publishes one. */
    void quote(long rawBid, long rawAsk) {
        if (source != VENUE) {
            // Unsigned, so that a sum beyond 63 bits is halved right.
            long sum = rawBid + rawAsk;
            long half = sum >>> 1;
            rawMark = half + (sum & half & 1);
            source = MIDDLE;
        }
    }

    /** The mark that the venue publishes. */
    void venueMark(long rawPrice) {
        rawMark = rawPrice;
        source = VENUE;
    }
}
