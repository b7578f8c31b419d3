package io.ttquant.api.indicator;

/**
 * Aroon: up = 100 (n − bars since the highest high) / n among n + 1 bars, down the same of the lowest low; the value is the oscillator, up −
 * down. Of equal extremes the latest counts, or the earliest: both conventions exist. Ready after n + 1. Tushar Chande, 1995.
 */
public final class Aroon extends Figure implements RangeIndicator {
    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private final int period;
    private double up = Double.NaN;
    private double down = Double.NaN;

    private Aroon(int period, RollingExtreme highest, RollingExtreme lowest) {
        super(period + 1);
        this.highest = highest;
        this.lowest = lowest;
        this.period = period;
    }

    /**
     * Over {@code period} bars; 25 is usual.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Aroon of(int period) {
        Observation.period(period);
        return new Aroon(period, RollingExtreme.highest(period + 1), RollingExtreme.lowest(period + 1));
    }

    /**
     * Over {@code period} bars, the earliest of equal extremes counting.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Aroon ofEarliest(int period) {
        Observation.period(period);
        return new Aroon(period, RollingExtreme.earliestHighest(period + 1), RollingExtreme.earliestLowest(period + 1));
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low);
        highest.add(high);
        lowest.add(low);
        if (!highest.isFull()) {
            return value();
        }
        up = 100.0 * (period - highest.age()) / period;
        down = 100.0 * (period - lowest.age()) / period;
        return set(up - down);
    }

    /** Aroon up, 0 to 100; NaN until ready. */
    public double up() {
        return up;
    }

    /** Aroon down, 0 to 100; NaN until ready. */
    public double down() {
        return down;
    }

    @Override
    public void reset() {
        super.reset();
        highest.reset();
        lowest.reset();
        up = Double.NaN;
        down = Double.NaN;
    }
}
