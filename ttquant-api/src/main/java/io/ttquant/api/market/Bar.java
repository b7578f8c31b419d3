package io.ttquant.api.market;

/**
 * A closed bar. A strategy sees it at its close and may keep it.
 *
 * @param instrument what was traded
 * @param spec how it was made
 * @param tsOpen start of its interval, epoch nanoseconds; for bars without a fixed interval, of its first event
 * @param tsEvent its close, epoch nanoseconds: the end of its interval
 * @param tsInit when we had it, epoch nanoseconds
 * @param rawOpen first price, at the price scale
 * @param rawHigh highest price
 * @param rawLow lowest price
 * @param rawClose last price
 * @param rawVolume quantity traded, at the quantity scale; zero if none or unknown
 */
public record Bar(
        Instrument instrument,
        BarSpec spec,
        long tsOpen,
        long tsEvent,
        long tsInit,
        long rawOpen,
        long rawHigh,
        long rawLow,
        long rawClose,
        long rawVolume) {
    /** The double nearest to the first price. */
    public double open() {
        return instrument.price(rawOpen);
    }

    /** The double nearest to the highest price. */
    public double high() {
        return instrument.price(rawHigh);
    }

    /** The double nearest to the lowest price. */
    public double low() {
        return instrument.price(rawLow);
    }

    /** The double nearest to the last price. */
    public double close() {
        return instrument.price(rawClose);
    }

    /** The double nearest to the quantity traded. */
    public double volume() {
        return instrument.quantity(rawVolume);
    }
}
