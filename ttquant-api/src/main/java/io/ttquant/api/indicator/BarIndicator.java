package io.ttquant.api.indicator;

import io.ttquant.api.market.Bar;
import java.util.function.DoubleSupplier;

/** An indicator over bars. */
public interface BarIndicator extends Indicator {
    /**
     * Takes a bar's figures. Those the indicator does not use are not looked at.
     *
     * @return {@link #value()} after it
     * @throws IllegalArgumentException if one it uses is NaN, infinite or beyond 1E100 in size; nothing has changed then
     */
    double update(double open, double high, double low, double close, double volume);

    /** Takes a closed bar; returns {@link #value()} after it. */
    default double update(Bar bar) {
        return update(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    /** {@code next} over the values of this one, from the first that is ready. An update of the result updates both. */
    default BarIndicator then(LineIndicator next) {
        return then(this::value, next);
    }

    /** {@code next} over one line of this one, from its first number. */
    default BarIndicator then(DoubleSupplier line, LineIndicator next) {
        return new Chain.OfBars(this, line, next);
    }

    /** This one with its last {@code size} values. */
    default BarHistory withHistory(int size) {
        return new BarHistory(this, size);
    }
}
