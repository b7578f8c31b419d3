package io.ttquant.api.market;

/**
 * A trade between others, as the venue published it. Immutable; a strategy may keep it.
 *
 * @param instrument what was traded
 * @param tsEvent when it happened at the venue, epoch nanoseconds
 * @param tsInit when we had it, epoch nanoseconds
 * @param rawPrice price at the instrument's price scale
 * @param rawQuantity quantity at the instrument's quantity scale, above zero
 * @param aggressor who crossed the spread
 */
public record Trade(
        Instrument instrument, long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
    /** The double nearest to the price. */
    public double price() {
        return instrument.price(rawPrice);
    }

    /** The double nearest to the quantity. */
    public double quantity() {
        return instrument.quantity(rawQuantity);
    }
}
