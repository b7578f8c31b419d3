package io.ttquant.api.market;

/**
 * The best bid and ask. Immutable; a strategy may keep it.
 *
 * @param instrument what is quoted
 * @param tsEvent when it happened at the venue, epoch nanoseconds
 * @param tsInit when we had it, epoch nanoseconds
 * @param rawBid best bid at the price scale
 * @param rawBidQuantity quantity bid, at the quantity scale
 * @param rawAsk best ask at the price scale
 * @param rawAskQuantity quantity offered, at the quantity scale
 */
public record Quote(
        Instrument instrument,
        long tsEvent,
        long tsInit,
        long rawBid,
        long rawBidQuantity,
        long rawAsk,
        long rawAskQuantity) {
    /** The double nearest to the best bid. */
    public double bid() {
        return instrument.price(rawBid);
    }

    /** The double nearest to the best ask. */
    public double ask() {
        return instrument.price(rawAsk);
    }

    /** The double nearest to the quantity bid. */
    public double bidQuantity() {
        return instrument.quantity(rawBidQuantity);
    }

    /** The double nearest to the quantity offered. */
    public double askQuantity() {
        return instrument.quantity(rawAskQuantity);
    }

    /** The middle of bid and ask. */
    public double mid() {
        return (bid() + ask()) / 2;
    }

    /** Ask minus bid. */
    public double spread() {
        return instrument.price(rawAsk - rawBid);
    }
}
