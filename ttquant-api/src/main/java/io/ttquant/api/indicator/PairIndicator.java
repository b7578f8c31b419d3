package io.ttquant.api.indicator;

/** An indicator over two series that move together. */
public interface PairIndicator extends Indicator {
    /**
     * Takes an observation of each.
     *
     * @return {@link #value()} after it
     * @throws IllegalArgumentException if one is NaN or infinite; nothing has changed then
     */
    double update(double x, double y);
}
