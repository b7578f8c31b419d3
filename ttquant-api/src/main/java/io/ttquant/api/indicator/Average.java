package io.ttquant.api.indicator;

/** What a {@link Smoothing} makes. Indicators that keep one as this class and not as an interface reach its value without a call at run time. */
abstract class Average extends Figure implements LineIndicator {
    Average(int warmUp) {
        super(warmUp);
    }

    @Override
    public abstract double update(double observation);

    /** Takes a value of what comes before it once there is one. */
    final double feed(double value) {
        return Double.isNaN(value) ? Double.NaN : update(value);
    }
}
