package io.ttquant.api.market;

/** What is bought and sold. */
public enum InstrumentKind {
    /** One currency against another, delivered at once; a buy exchanges quote currency for base currency. */
    SPOT,
    /** A perpetual swap; positions are settled by funding, profit and loss is paid in the settlement currency. */
    PERPETUAL,
    /** A dated future; as a perpetual, with an expiry and without funding. */
    FUTURE;

    /** True for everything but spot: a fill opens or closes a position and exchanges no currencies. */
    public boolean isDerivative() {
        return this != SPOT;
    }
}
