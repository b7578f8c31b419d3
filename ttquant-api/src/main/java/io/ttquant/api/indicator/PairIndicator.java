package io.ttquant.api.indicator;

/** An indicator over two series that move together. */
public interface PairIndicator extends Indicator {
    /**
     * Takes an observation of each.
     *
     * @return {@link #value()} after it
     * @throws IllegalArgumentException if one is NaN, infinite or beyond 1E100 in size; nothing has changed then
     */
    double update(double x, double y);

    /** {@code next} over the values of this one, from the first that is ready. An update of the result updates both. */
    default PairIndicator then(LineIndicator next) {
        return new Chain.OfPairs(this, next);
    }

    /** This one with its last {@code size} values. */
    default PairHistory withHistory(int size) {
        return new PairHistory(this, size);
    }
}
