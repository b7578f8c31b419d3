package io.ttquant.api.indicator;

/**
 * Relative strength index: 100 − 100 / (1 + average gain ÷ average loss), averages by Wilder's smoothing started with simple averages. 100 if
 * there was no loss, 50 if there was no move at all. Ready after n + 1 observations. J. Welles Wilder, 1978.
 */
public final class Rsi implements Indicator {
    private final Ema gains;
    private final Ema losses;
    private double previous = Double.NaN;

    private Rsi(int period) {
        this.gains = Ema.wilder(period);
        this.losses = Ema.wilder(period);
    }

    /** The index over {@code period} moves; 14 is usual. */
    public static Rsi of(int period) {
        return new Rsi(period);
    }

    /** Takes an observation; returns {@link #value()} after it. */
    public double update(double observation) {
        Observation.finite(observation);
        if (!Double.isNaN(previous)) {
            double move = observation - previous;
            gains.update(Math.max(move, 0));
            losses.update(Math.max(-move, 0));
        }
        previous = observation;
        return value();
    }

    @Override
    public double value() {
        if (!isReady()) {
            return Double.NaN;
        }
        double gain = gains.value();
        double loss = losses.value();
        if (gain + loss == 0) {
            return 50;
        }
        return loss == 0 ? 100 : 100 - 100 / (1 + gain / loss);
    }

    @Override
    public boolean isReady() {
        return gains.isReady();
    }
}
