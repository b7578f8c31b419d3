package io.ttquant.core.portfolio;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;

/** What the ledger knows of an instrument: its accounts, its mark, and the account's net position in it. */
final class Holding {
    final Instrument instrument;
    final CurrencyAccount base;
    final CurrencyAccount quote;
    final CurrencyAccount settlement;
    final PositionState net;
    final boolean isSpot;
    /** One unit of quantity at the scale of the base currency; 1 for derivatives. */
    final long rawUnit;

    long rawMark;

    Holding(Instrument instrument, CurrencyAccount base, CurrencyAccount quote, CurrencyAccount settlement) {
        this.instrument = instrument;
        this.base = base;
        this.quote = quote;
        this.settlement = settlement;
        this.isSpot = !instrument.kind().isDerivative();
        this.rawUnit = isSpot ? FixedPoint.pow10(base.currency.scale() - instrument.quantityScale()) : 1;
        this.net = new PositionState("", this);
    }

    /** A quantity of the instrument at the scale of its base currency; the instrument has proved that nothing is lost. */
    long rawBase(long rawQuantity) {
        return FixedPoint.rescale(rawQuantity, instrument.quantityScale(), base.currency.scale());
    }
}
