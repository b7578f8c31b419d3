package io.ttquant.api.market;

/**
 * A venue's mark price, by which it values positions.
 *
 * @param instrument the derivative
 * @param tsEvent when the venue published it, epoch nanoseconds
 * @param tsInit when we had it, epoch nanoseconds
 * @param rawPrice at the instrument's price scale
 */
public record MarkPrice(Instrument instrument, long tsEvent, long tsInit, long rawPrice) {
    /** The double nearest to the price. */
    public double price() {
        return instrument.price(rawPrice);
    }
}
