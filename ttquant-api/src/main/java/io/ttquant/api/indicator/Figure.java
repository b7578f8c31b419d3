package io.ttquant.api.indicator;

/** What all indicators have: a value that is NaN until it is ready. */
abstract class Figure implements Indicator {
    private final int warmUp;
    private double value = Double.NaN;

    Figure(int warmUp) {
        this.warmUp = warmUp;
    }

    final double set(double now) {
        value = now;
        return now;
    }

    /** The next of a chain takes a value once there is one. */
    static double feed(LineIndicator next, double value) {
        return Double.isNaN(value) ? Double.NaN : next.update(value);
    }

    @Override
    public final double value() {
        return value;
    }

    @Override
    public final boolean isReady() {
        return !Double.isNaN(value);
    }

    @Override
    public final int warmUp() {
        return warmUp;
    }

    @Override
    public void reset() {
        value = Double.NaN;
    }
}
