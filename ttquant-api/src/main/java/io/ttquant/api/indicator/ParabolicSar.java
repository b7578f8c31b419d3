package io.ttquant.api.indicator;

/**
 * Parabolic stop and reverse: s ← s + a (extreme − s), not beyond the lows (highs) of the two bars before; a grows by its step with each new
 * extreme up to its limit. When the bar goes beyond it, it turns, to the extreme price of the trend that ends, this bar included. Ready after two
 * bars: it starts upwards if the median price rose, from the first bar's low, otherwise from its high. J. Welles Wilder, 1978.
 */
public final class ParabolicSar extends Figure implements RangeIndicator {
    private final double step;
    private final double limit;
    private boolean isUp;
    private double factor;
    private double extreme;
    private double high1 = Double.NaN;
    private double low1 = Double.NaN;
    private double high2 = Double.NaN;
    private double low2 = Double.NaN;

    private ParabolicSar(double step, double limit) {
        super(2);
        this.step = Observation.positive("step", step);
        this.limit = Observation.positive("limit", limit);
    }

    /** Step 0.02, limit 0.2. */
    public static ParabolicSar of() {
        return of(0.02, 0.2);
    }

    /**
     * With this step and limit of the acceleration.
     *
     * @throws IllegalArgumentException if one is not above 0
     */
    public static ParabolicSar of(double step, double limit) {
        return new ParabolicSar(step, limit);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low);
        if (!Double.isNaN(high1)) {
            set(isReady() ? next(high, low) : first(high, low));
        }
        high2 = high1;
        low2 = low1;
        high1 = high;
        low1 = low;
        return value();
    }

    private double first(double high, double low) {
        isUp = high + low >= high1 + low1;
        factor = step;
        extreme = isUp ? high1 : low1;
        high2 = high1;
        low2 = low1;
        set(isUp ? low1 : high1);
        return next(high, low);
    }

    private double next(double high, double low) {
        double stop = value() + factor * (extreme - value());
        stop = isUp
                ? Math.min(stop, Math.min(low1, orSame(low2, low1)))
                : Math.max(stop, Math.max(high1, orSame(high2, high1)));
        if (isUp ? low < stop : high > stop) {
            stop = isUp ? Math.max(extreme, high) : Math.min(extreme, low);
            isUp = !isUp;
            factor = step;
            extreme = isUp ? high : low;
        } else if (isUp ? high > extreme : low < extreme) {
            extreme = isUp ? high : low;
            factor = Math.min(factor + step, limit);
        }
        return stop;
    }

    private static double orSame(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    /** True while the stop is below the price. */
    public boolean isUp() {
        return isReady() && isUp;
    }

    @Override
    public void reset() {
        super.reset();
        isUp = false;
        high1 = Double.NaN;
        low1 = Double.NaN;
        high2 = Double.NaN;
        low2 = Double.NaN;
    }
}
