package io.ttquant.api.indicator;

import io.ttquant.api.market.Bar;

/** An indicator over the high, low and close of bars. */
public interface RangeIndicator extends BarIndicator {
    /**
     * Takes a bar's prices.
     *
     * @return {@link #value()} after it
     * @throws IllegalArgumentException if one it uses is NaN, infinite or beyond 1E100 in size; nothing has changed then
     */
    double update(double high, double low, double close);

    @Override
    default double update(double open, double high, double low, double close, double volume) {
        return update(high, low, close);
    }

    @Override
    default double update(Bar bar) {
        return update(bar.high(), bar.low(), bar.close());
    }
}
