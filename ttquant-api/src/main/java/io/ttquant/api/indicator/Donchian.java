package io.ttquant.api.indicator;

/**
 * Donchian channel: highest high and lowest low of n bars, and the middle between them. Two conventions exist: with the current bar, ready after
 * n; or of the n bars before it, so that a bar can break out, ready after n + 1. Richard Donchian.
 */
public final class Donchian extends Figure implements RangeIndicator {
    private final RollingRange channel;
    private final boolean isOfPrevious;
    private double upper = Double.NaN;
    private double lower = Double.NaN;

    private Donchian(int period, boolean isOfPrevious) {
        super(isOfPrevious ? period + 1 : period);
        this.channel = new RollingRange(period);
        this.isOfPrevious = isOfPrevious;
    }

    /** With the current bar; 20 is usual. */
    public static Donchian of(int period) {
        return new Donchian(period, false);
    }

    /** Of the bars before the current one. */
    public static Donchian ofPrevious(int period) {
        return new Donchian(period, true);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low);
        if (isOfPrevious) {
            read();
            channel.add(high, low);
        } else {
            channel.add(high, low);
            read();
        }
        return value();
    }

    private void read() {
        if (channel.isFull()) {
            upper = channel.highest();
            lower = channel.lowest();
            set((upper + lower) / 2);
        }
    }

    /** The highest high; NaN until ready. */
    public double upper() {
        return upper;
    }

    /** The lowest low; NaN until ready. */
    public double lower() {
        return lower;
    }

    /** The middle, as {@link #value()}. */
    public double middle() {
        return value();
    }

    /** (upper − lower) / middle, 0 if the middle is 0; NaN until ready. */
    public double width() {
        return middle() == 0 ? 0 : (upper - lower) / middle();
    }

    @Override
    public void reset() {
        super.reset();
        channel.reset();
        upper = Double.NaN;
        lower = Double.NaN;
    }
}
