package io.ttquant.api.indicator;

/** Force index: exponential average of (close − previous close) × volume over n; n = 1 is the raw one. Ready after n + 1. Alexander Elder, 1993. */
public final class ForceIndex extends Figure implements BarIndicator {
    private final Average average;
    private double previousClose = Double.NaN;

    private ForceIndex(Average average) {
        super(average.warmUp() + 1);
        this.average = average;
    }

    /** The average started with a simple one; 13 is usual. */
    public static ForceIndex of(int period) {
        return of(period, Smoothing.EXPONENTIAL);
    }

    /** With an average of this kind. */
    public static ForceIndex of(int period, Smoothing smoothing) {
        return new ForceIndex(smoothing.average(period));
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        Observation.finite(close);
        Observation.volume(volume);
        double force = (close - previousClose) * volume;
        previousClose = close;
        return set(average.feed(force));
    }

    @Override
    public void reset() {
        super.reset();
        average.reset();
        previousClose = Double.NaN;
    }
}
