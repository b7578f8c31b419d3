package io.ttquant.api.indicator;

import io.ttquant.api.market.Bar;

/** A single figure of a bar. */
public enum Source {
    /** First price. */
    OPEN,
    /** Highest price. */
    HIGH,
    /** Lowest price. */
    LOW,
    /** Last price. */
    CLOSE,
    /** Median price: (high + low) / 2. */
    HL2,
    /** Typical price: (high + low + close) / 3. */
    HLC3,
    /** Average price: (open + high + low + close) / 4. */
    OHLC4,
    /** Weighted close: (high + low + 2 close) / 4. */
    HLCC4,
    /** Quantity traded. */
    VOLUME;

    /** It, of these figures. */
    public double of(double open, double high, double low, double close, double volume) {
        return switch (this) {
            case OPEN -> open;
            case HIGH -> high;
            case LOW -> low;
            case CLOSE -> close;
            case HL2 -> (high + low) / 2;
            case HLC3 -> (high + low + close) / 3;
            case OHLC4 -> (open + high + low + close) / 4;
            case HLCC4 -> (high + low + 2 * close) / 4;
            case VOLUME -> volume;
        };
    }

    /** It, of a bar. */
    public double of(Bar bar) {
        return of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
}
