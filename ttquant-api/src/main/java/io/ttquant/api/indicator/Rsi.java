package io.ttquant.api.indicator;

/**
 * Relative strength index: 100 − 100 / (1 + average gain ÷ average loss), averages by Wilder's smoothing started with simple averages unless
 * another kind is asked for. 100 if there was no loss, 50 if there was no move at all. Ready after n + 1 observations. J. Welles Wilder, 1978.
 */
public final class Rsi extends Figure implements LineIndicator {
    private final Average gains;
    private final Average losses;
    private final boolean isFromFirst;
    private double previous = Double.NaN;

    private Rsi(int period, Smoothing smoothing, boolean isFromFirst) {
        super(isFromFirst ? period : period + 1);
        this.isFromFirst = isFromFirst;
        this.gains = smoothing.average(period);
        this.losses = smoothing.average(period);
    }

    /** The index over {@code period} moves; 14 is usual. */
    public static Rsi of(int period) {
        return of(period, Smoothing.WILDER);
    }

    /** With averages of this kind; with {@link Smoothing#SIMPLE} it is Cutler's. */
    public static Rsi of(int period, Smoothing smoothing) {
        return new Rsi(period, smoothing, false);
    }

    /** With averages of this kind, to which the first observation gives no gain and no loss. Ready after n. */
    public static Rsi fromFirst(int period, Smoothing smoothing) {
        return new Rsi(period, smoothing, true);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        if (isFromFirst || !Double.isNaN(previous)) {
            double move = Double.isNaN(previous) ? 0 : observation - previous;
            gains.update(Math.max(move, 0));
            losses.update(Math.max(-move, 0));
        }
        previous = observation;
        return gains.isReady() ? set(index(gains.value(), losses.value())) : value();
    }

    private static double index(double gain, double loss) {
        if (gain + loss == 0) {
            return 50;
        }
        return loss == 0 ? 100 : 100 - 100 / (1 + gain / loss);
    }

    @Override
    public void reset() {
        super.reset();
        gains.reset();
        losses.reset();
        previous = Double.NaN;
    }
}
