package io.ttquant.api.indicator;

import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/** An indicator over single numbers: prices, or another indicator's values. */
public interface LineIndicator extends Indicator {
    /**
     * Takes an observation.
     *
     * @return {@link #value()} after it
     * @throws IllegalArgumentException if it is NaN, infinite or beyond 1E100 in size; nothing has changed then
     */
    double update(double observation);

    /** This one, fed by a figure of each bar. */
    default BarIndicator on(Source source) {
        return new Chain.OfSource(source, this);
    }

    /** {@code next} over the values of this one, from the first that is ready. An update of the result updates both. */
    default LineIndicator then(LineIndicator next) {
        return then(this::value, next);
    }

    /** {@code next} over one line of this one, such as {@code bollinger.then(bollinger::width, Ema.of(5))}, from its first number. */
    default LineIndicator then(DoubleSupplier line, LineIndicator next) {
        return new Chain.OfLine(this, line, next);
    }

    /** This one with its last {@code size} values. */
    default LineHistory withHistory(int size) {
        return new LineHistory(this, size);
    }

    /** An indicator of your own without memory: ready at once. NaN as a result is an error when it happens. */
    static LineIndicator from(DoubleUnaryOperator function) {
        return Adapter.of(function);
    }

    /**
     * An indicator of your own over the last {@code period} observations: ready once there are that many. The array handed over is used again: oldest
     * first, to be read only during the call. Anything else is a class of yours that implements this interface.
     */
    static LineIndicator from(int period, java.util.function.ToDoubleFunction<double[]> function) {
        return new WindowAdapter(period, function);
    }
}
